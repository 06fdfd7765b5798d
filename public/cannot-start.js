// Says at once, in plain words, when this browser cannot run the app, or when a file of it did not come. Written for
// browsers of any age: nothing here is newer than 2009, and nothing is needed but this file.
(function () {
  "use strict";

  var WORDS = {
    en: {
      old: "This browser cannot run Tributary",
      why: "It is too old, or a part that Tributary needs (WebAssembly) is switched off. Your link is right, and nothing is lost.",
      what: "Please open the same link in Edge or Chrome 111, Firefox 113, Safari 16.4, or anything newer. On an iPhone or iPad in Lockdown Mode, leave this site out of it.",
      address: "Your link, to copy. Whoever has it can open the project:",
      read: "Try the page for reading instead",
      noPage: "There is no page for reading here yet that this browser can show. Please open the link in another browser.",
      lost: "A part of Tributary did not arrive",
      lostWhy: "The connection broke, or Tributary was being renewed at this moment. Nothing is lost.",
      again: "Load it again"
    },
    cy: {
      old: "Ni all y porwr hwn redeg Tributary",
      why: "Mae’n rhy hen, neu mae rhan sydd ei hangen ar Tributary (WebAssembly) wedi’i diffodd. Mae eich dolen yn gywir, ac nid oes dim wedi’i golli.",
      what: "Agorwch yr un ddolen yn Edge neu Chrome 111, Firefox 113, Safari 16.4, neu unrhyw beth mwy diweddar. Ar iPhone neu iPad yn y modd Lockdown, gadewch y wefan hon allan ohono.",
      address: "Eich dolen, i’w chopïo. Gall pwy bynnag sydd â hi agor y prosiect:",
      read: "Rhowch gynnig ar y dudalen ddarllen yn lle hynny",
      noPage: "Nid oes tudalen ddarllen yma eto y gall y porwr hwn ei dangos. Agorwch y ddolen mewn porwr arall.",
      lost: "Ni chyrhaeddodd rhan o Tributary",
      lostWhy: "Torrodd y cysylltiad, neu roedd Tributary yn cael ei adnewyddu ar y pryd. Nid oes dim wedi’i golli.",
      again: "Llwythwch ef eto"
    }
  };

  var language = /^cy/i.test(navigator.language || navigator.userLanguage || "") ? "cy" : "en";
  var words = WORDS[language];

  // What the oldest of the named browsers brings, and older ones lack.
  function canStart() {
    return (
      typeof WebAssembly === "object" &&
      !!WebAssembly &&
      "noModule" in document.createElement("script") &&
      !!window.CSS &&
      !!CSS.supports &&
      CSS.supports("color", "color-mix(in srgb, red, blue)")
    );
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.appendChild(document.createTextNode(text));
    parent.appendChild(made);
    return made;
  }

  // Empties what the page shows until the app has started; nothing is left of it once it has.
  function place() {
    var starting = document.getElementById("starting");
    var main = starting && starting.getElementsByTagName("main")[0];
    if (!main) return null;
    while (main.firstChild) main.removeChild(main.firstChild);
    document.documentElement.lang = language;
    return main;
  }

  function tooOld() {
    var main = place();
    element("h1", words.old, main);
    element("p", words.why, main);
    element("p", words.what, main);
    var key = /^\/p\/[^\/]+\/?$/.test(location.pathname) && location.hash.slice(1);
    if (!key) return;
    element("p", words.address, main);
    element("p", location.href, main);
    var read = element("a", words.read, element("p", "", main));
    read.href = "/v/" + encodeURIComponent(key);
    read.onclick = function () {
      openIfPlain(read);
      return false;
    };
  }

  // The address for reading may lead back into the app, that is, to these very words; then there is nothing to open.
  function openIfPlain(link) {
    var request = new XMLHttpRequest();
    request.onreadystatechange = function () {
      if (request.readyState !== 4) return;
      if (request.status && !/id="?starting/.test(request.responseText)) location.href = link.href;
      else link.parentNode.replaceChild(document.createTextNode(words.noPage), link);
    };
    request.open("GET", link.href);
    request.send();
  }

  function lost() {
    var main = place();
    if (!main) return;
    element("h1", words.lost, main);
    element("p", words.lostWhy, main);
    var again = element("a", words.again, element("p", "", main));
    again.href = location.href;
    again.onclick = function () {
      location.reload();
      return false;
    };
  }

  if (!canStart()) {
    // A browser that has WebAssembly but lacks the rest would start the app half drawn, over these words.
    window.WebAssembly = undefined;
    document.onreadystatechange = function () {
      if (document.readyState === "interactive") tooOld();
    };
    return;
  }
  // A relay that is replaced while a page loads has no file of the build before any more.
  window.addEventListener(
    "error",
    function (event) {
      if (event.target && event.target.nodeName === "SCRIPT") lost();
    },
    true
  );
  window.addEventListener("unhandledrejection", lost);
})();
