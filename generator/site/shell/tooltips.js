/**
 * Material's tooltips open on hover and focus; Escape closes them too (WCAG 1.4.13), without moving what
 * the visitor was reading.
 */
document.addEventListener("keydown", (event) => {
  const active = document.activeElement;
  if (
    event.key === "Escape" &&
    active instanceof HTMLElement &&
    active.matches("[aria-describedby^=__tooltip]")
  ) {
    active.blur();
  }
});
