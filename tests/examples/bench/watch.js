// Runs before the page's own scripts. All times are of performance.now(), in ms.
window.seen = {
    data: null, // the first message that carries a document
    painted: null, // the first card
    ready: null, // the diagram says that it can be used
    keys: [], // key press to paint, one per letter
    fields: [], // Enter to the painted field of the new card
    remote: [], // an update of another window to paint
    typed: [], // when each § was pressed, on the clock of all windows
    shown: [], // when each § was painted, on the same clock
    frames: [], // between two frames
    memories: [],
};

// The frame that follows is done once this message is read.
const painted = call => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => call(performance.now());
    channel.port2.postMessage(0);
});

const UPDATE = 70; // the tag of a frame that carries an edit of others
let arrived = null;
window.WebSocket = class extends WebSocket {
    constructor(...all) {
        super(...all);
        this.addEventListener('message', message => {
            if (!(message.data instanceof ArrayBuffer)) return;
            const now = performance.now();
            if (message.data.byteLength > 300) seen.data ??= now;
            if (new Uint8Array(message.data)[0] === UPDATE) arrived ??= now;
        });
    }
};

for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
        const made = await own.apply(WebAssembly, all);
        const memory = (made.instance ?? made).exports?.memory;
        if (memory) seen.memories.push(memory);
        return made;
    };
}

new MutationObserver((_, observer) => {
    if (document.querySelector('[data-card]') !== null && seen.painted === null) {
        seen.painted = undefined;
        painted(now => { seen.painted = now; });
    }
    if (document.querySelector('[data-ready=true]') === null) return;
    observer.disconnect();
    painted(now => { seen.ready = now; });
}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-ready'] });

const field = () => document.activeElement?.closest?.('[data-card-text]') ?? null;
// The field of a new card is empty, and that of the card before was not; the element may be the same.
const empty = began => {
    if (field()?.value !== '') return requestAnimationFrame(() => empty(began));
    const channel = new MessageChannel();
    channel.port1.onmessage = () => seen.fields.push(performance.now() - began);
    channel.port2.postMessage(0);
};
window.addEventListener('keydown', event => {
    const began = event.timeStamp;
    if (event.key === 'Enter' && field()) requestAnimationFrame(() => empty(began));
    if (event.key === '§') seen.typed.push(performance.timeOrigin + began);
    if (event.key.length === 1) painted(now => seen.keys.push(now - began));
}, true);

// Notes when letters of another window are painted in a card.
window.watchCard = id => {
    const card = document.querySelector(`[data-card="${id}"]`);
    const letters = () => (card.textContent.match(/§/g) ?? []).length;
    let known = letters();
    arrived = null;
    new MutationObserver(() => {
        const now = letters();
        if (now <= known) return;
        const [came, more] = [arrived, now - known];
        known = now;
        arrived = null;
        painted(at => {
            if (came !== null) seen.remote.push(at - came);
            for (let count = 0; count < more; count++) seen.shown.push(performance.timeOrigin + at);
        });
    }).observe(card, { childList: true, subtree: true, characterData: true });
};

// Notes how long frames take, until it is told to stop.
window.watchFrames = () => {
    let last = null;
    seen.frames = [];
    const look = now => {
        if (last !== null) seen.frames.push(now - last);
        last = now;
        window.frame = requestAnimationFrame(look);
    };
    window.frame = requestAnimationFrame(look);
};

// The middle of a card whose middle can be clicked; null where it cannot.
window.seenAt = id => {
    const card = document.querySelector(`[data-card="${id}"]`);
    const { left, top, width, height } = card.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const there = document.elementFromPoint(x, y);
    const hit = there?.closest('[data-card]') === card && there.closest('button, a, .card__handle') === null;
    return hit ? [x, y] : null;
};

// A card that can be clicked and has cards beside it, near the middle of the screen.
window.someCard = () => [...document.querySelectorAll('[data-card]:not([data-level=aim])')]
    .map(card => [card.dataset.card, seenAt(card.dataset.card)])
    .filter(([, at]) => at !== null)
    .sort(([, a], [, b]) => far(a) - far(b))[0]?.[0] ?? null;
const far = ([x, y]) => Math.hypot(x - innerWidth / 2, y - innerHeight / 2);

// A point of the ground where nothing else is.
window.ground = () => {
    for (let y = 150; y < innerHeight - 60; y += 20) {
        for (let x = innerWidth / 2; x < innerWidth - 60; x += 20) {
            const there = document.elementFromPoint(x, y);
            if (there?.closest('.canvas') && !there.closest('[data-card], button, a, textarea')) return [x, y];
        }
    }
    return null;
};
