// A calendar closes when its field is left; Wagtail's does so only when it also rewrites what was typed.
const OPENED_LATE = 150;

document.addEventListener("focusout", ({ target }) => {
  const close = () => {
    if (document.activeElement !== target) window.jQuery?.(target).data("xdsoft_datetimepicker")?.trigger("close.xdsoft");
  };
  close();
  setTimeout(close, OPENED_LATE);
});
