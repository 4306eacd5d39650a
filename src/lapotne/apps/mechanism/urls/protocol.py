"""Who acts in each step."""

from django.urls import path

from lapotne.apps.mechanism.views import protocol, protocol_step

urlpatterns = [
    path("<slug:municipality>/protocol/", protocol.protocol, name="protocol"),
    path("<slug:municipality>/protocol/now/", protocol.protocol_now, name="protocol_now"),
    path("<slug:municipality>/protocol/sheet/", protocol.protocol_sheet, name="protocol_sheet"),
    path("<slug:municipality>/protocol/steps/<slug:step>/", protocol_step.protocol_step, name="protocol_step"),
]
