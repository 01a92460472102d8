// What the page does without asking the server: showing a source, and keeping focus and language.
window.mhiap = (() => {
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const scrollTo = (element, block) =>
    element.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });
  const field = () => document.querySelector("#question-box textarea");
  let opener = null; // the marker whose source is shown
  let pressed = false; // whether the button that has focus is about to go away

  const panel = () => ({
    rest: document.querySelector(".panel-rest"),
    source: document.querySelector(".panel-source"),
    back: document.querySelector("[data-close-source]"),
  });

  const forgetOpener = () => {
    document.querySelectorAll("[aria-current]").forEach((b) => b.removeAttribute("aria-current"));
  };

  const openSource = (button) => {
    const source = document.getElementById(button.dataset.source);
    if (!source) return;
    const { rest, back, source: place } = panel();
    const shown = source.cloneNode(true);
    shown.removeAttribute("id");
    place.replaceChildren(shown);
    rest.hidden = true;
    back.hidden = false;
    forgetOpener();
    button.setAttribute("aria-current", "true");
    opener = button;
    shown.querySelector(".source-title").focus({ preventScroll: true });
    const mark = shown.querySelector("mark");
    const column = document.getElementById("checking");
    const shownPanel = document.getElementById("panel");
    if (getComputedStyle(column).position === "sticky") {
      column.scrollTop = 0;
      const below = mark && mark.offsetTop + mark.offsetHeight > column.clientHeight * 0.7;
      if (below) column.scrollTop = mark.offsetTop - column.clientHeight / 2;
    } else {
      const top = shownPanel.getBoundingClientRect().top;
      const far = mark && mark.getBoundingClientRect().bottom - top > innerHeight * 0.6;
      scrollTo(far ? mark : shownPanel, far ? "center" : "start");
    }
  };

  const closeSource = (returnFocus) => {
    const { rest, back, source } = panel();
    if (!source || !source.firstChild) return;
    source.replaceChildren();
    rest.hidden = false;
    back.hidden = true;
    forgetOpener();
    if (returnFocus && opener?.isConnected) {
      opener.focus({ preventScroll: true });
      scrollTo(opener, "center");
    }
    opener = null;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-source]");
    if (button) openSource(button);
    if (event.target.closest("[data-close-source]")) closeSource(true);
    if (event.target.closest(".skip")) {
      event.preventDefault();
      field().focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeSource(true);
  });

  document.addEventListener("input", ({ target }) => {
    const counter = document.querySelector(".counter");
    if (!counter || !target.matches("#question-box textarea")) return;
    const left = target.maxLength - target.value.length;
    counter.textContent = left > 100 ? "" : counter.dataset.words.replace("{count}", left);
  });

  const questions = (element, trigger) =>
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-ask]");
      if (!button) return;
      pressed = true;
      trigger("submit", { question: button.dataset.ask });
    });

  const log = (element, trigger, watch) => {
    let turns = 0;
    let waiting = false;
    questions(element, trigger);
    element.addEventListener("click", (event) => {
      if (!event.target.closest("[data-stop]")) return;
      pressed = true;
      trigger("stop");
    });
    watch("value", () => {
      const exchanges = element.querySelectorAll(".exchange");
      const last = exchanges[exchanges.length - 1];
      if (exchanges.length < turns) {
        closeSource(false);
        field().focus();
      }
      if (last && pressed) last.querySelector(".question").focus({ preventScroll: true });
      const pending = Boolean(last?.querySelector(".pending"));
      if (pending || (waiting && last)) scrollTo(last, "start");
      waiting = pending;
      if (opener?.isConnected) opener.setAttribute("aria-current", "true");
      turns = exchanges.length;
      pressed = false;
    });
  };

  const bar = (element, trigger, watch) => {
    const follow = () => {
      const { pageLanguage, pageTitle } = element.querySelector(".bar").dataset;
      document.documentElement.lang = pageLanguage;
      document.title = pageTitle;
    };
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-language]");
      if (button) trigger("select", { language: button.dataset.language });
    });
    watch("value", () => {
      follow();
      closeSource(false);
    });
    follow();
  };

  return { bar, log, questions };
})();
