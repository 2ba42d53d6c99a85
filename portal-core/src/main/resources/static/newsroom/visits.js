// Reads a chart column by column, with the pointer or the arrow keys. Without it the chart has its table.
for (const chart of document.querySelectorAll("[data-chart]")) {
  const drawing = chart.querySelector("[data-drawing]");
  const columns = [...drawing.querySelectorAll("[data-text]")];
  const text = chart.querySelector("[data-at]");
  const usual = text.textContent;
  let at = columns.length - 1;

  const show = (index) => {
    columns[at].classList.remove("chosen");
    at = Math.max(0, Math.min(columns.length - 1, index));
    columns[at].classList.add("chosen");
    text.textContent = columns[at].dataset.text;
    drawing.setAttribute("aria-valuenow", at + 1);
    drawing.setAttribute("aria-valuetext", columns[at].dataset.text);
  };
  const leave = () => {
    if (document.activeElement !== drawing) {
      columns[at].classList.remove("chosen");
      text.textContent = usual;
    }
  };

  drawing.setAttribute("role", "slider");
  drawing.setAttribute("tabindex", "0");
  drawing.setAttribute("aria-valuemin", "1");
  drawing.setAttribute("aria-valuemax", columns.length);
  drawing.setAttribute("aria-valuenow", columns.length);
  drawing.setAttribute("aria-valuetext", columns[at].dataset.text);
  for (const title of drawing.querySelectorAll("title")) {
    title.remove();
  }

  drawing.addEventListener("focus", () => show(at));
  drawing.addEventListener("blur", leave);
  drawing.addEventListener("pointerleave", leave);
  drawing.addEventListener("pointermove", (event) => {
    const box = drawing.getBoundingClientRect();
    show(Math.floor(((event.clientX - box.left) / box.width) * columns.length));
  });
  drawing.addEventListener("keydown", (event) => {
    const to = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - 7,
      PageUp: at + 7,
      Home: 0,
      End: columns.length - 1,
    }[event.key];
    if (to !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      show(to);
    }
  });
}
