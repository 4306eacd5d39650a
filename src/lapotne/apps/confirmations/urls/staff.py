"""The coordinator's addresses."""

from django.urls import path

from lapotne.apps.confirmations.views import board

app_name = "confirmations"
BOARD = "<slug:municipality>/confirmations"
urlpatterns = [
    path(f"{BOARD}/", board.board, name="board"),
    path(f"{BOARD}/<slug:institution>/ask/", board.ask, name="ask"),
    path(f"{BOARD}/<slug:institution>/withdraw/", board.withdraw, name="withdraw"),
    path(f"{BOARD}/proposals/<int:answer>/decide/", board.decide, name="decide"),
]
