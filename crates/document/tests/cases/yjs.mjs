// Writes yjs.txt: `npm install yjs@13.6.33 y-protocols lib0 && node yjs.mjs`. Random, but always the same.
import * as Y from 'yjs'
import * as sync from 'y-protocols/sync'
import * as aw from 'y-protocols/awareness'
import * as auth from 'y-protocols/auth'
import * as enc from 'lib0/encoding'
let seed = 1
const rnd = n => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) % n }
const pick = a => a[rnd(a.length)]
const hex = b => Buffer.from(b).toString('hex')
const out = []
const words = ['a', 'waiting times', 'é', '👩‍⚕️', '𝒳y', 'z']
const scalar = d => pick([null, true, false, 1, -7, 63, 64, 2**31, -(2**31), 2**40 + 1, 1.5, 0.1, -0, NaN, 12345678901234567890n % (2n**62n), 'text', ...(d ? [[1, 'b', new Uint8Array([1, 2])], { k: scalar(d - 1), u: undefined }] : [])])
function write(doc, n) {
  doc.transact(() => { for (let i = 0; i < n; i++) one(doc) }, doc.clientID)
}
function one(doc) {
  const cards = doc.getMap('cards'), title = doc.getText('title')
  const keys = [...cards.keys()].sort()
  const card = keys.length ? cards.get(pick(keys)) : null
  switch (rnd(9)) {
    case 0: case 1: title.insert(rnd(title.length + 1), pick(words)); break
    case 2: if (title.length > 2) { const at = rnd(title.length - 2); title.delete(at, 1 + rnd(2)) } break
    case 3: { const m = new Y.Map(); const t = new Y.Text(pick(words)); cards.set(doc.clientID + '-' + rnd(1e9), m); m.set('text', t); m.set('level', 'primary'); break }
    case 4: if (card instanceof Y.Map) card.set(pick(['level', 'status']), scalar(2)); break
    case 5: if (card instanceof Y.Map && card.get('text') instanceof Y.Text) { const t = card.get('text'); t.insert(rnd(t.length + 1), pick(words)) } break
    case 6: if (keys.length && rnd(3) === 0) cards.delete(pick(keys)); break
    case 7: cards.set(pick(['same', 'other']), rnd(2) ? new Y.Map([['x', new Y.Text('y')]]) : scalar(1)); break
    case 8: doc.getMap('meta').set(pick(['schema', 'lang']), scalar(2)); break
  }
}
for (let scene = 0; scene < 10; scene++) {
  const relay = new Y.Doc({ gc: false }); relay.clientID = 9
  const send = u => { out.push('update ' + hex(u)); Y.applyUpdate(relay, u) }
  const docs = [0, 1, 2].map(i => { const d = new Y.Doc({ gc: i !== 1 }); d.clientID = [17 + scene, 4000000000 + scene, 70000 + scene][i]; d.queue = []; d.undo = new Y.UndoManager([d.getText('title'), d.getMap('cards')], { captureTimeout: 0, trackedOrigins: new Set([d.clientID]) }); d.on('update', (u, o) => { if (o !== 'remote') d.queue.push(u) }); return d })
  for (let step = 0; step < 14; step++) {
    const d = pick(docs)
    write(d, 1 + rnd(4))
    if (rnd(4) === 0) d.undo.undo()
    if (rnd(6) === 0) d.undo.redo()
    const q = d.queue
    switch (rnd(4)) {
      case 0: case 1: q.forEach(send); d.queue = []; break
      case 2: if (q.length) send(Y.mergeUpdates(q)); d.queue = []; break
      case 3: send(Y.encodeStateAsUpdate(d, Y.encodeStateVector(relay))); d.queue = []; break
    }
    if (rnd(2)) Y.applyUpdate(d, Y.encodeStateAsUpdate(relay, Y.encodeStateVector(d)), 'remote')
  }
  for (let r = 0; r < 3; r++) for (const d of docs) { send(Y.encodeStateAsUpdate(d, Y.encodeStateVector(relay))); Y.applyUpdate(d, Y.encodeStateAsUpdate(relay, Y.encodeStateVector(d)), 'remote') }
  for (const d of docs) out.push('known ' + hex(Y.encodeStateAsUpdate(d)))
  out.push(`title ${hex(Buffer.from(docs[0].getText('title').toString()))}`)
  out.push('end ' + hex(Y.encodeStateVector(relay)))
}
// frames
const msg = (tag, f) => { const e = enc.createEncoder(); enc.writeVarUint(e, tag); f(e); return enc.toUint8Array(e) }
const d = new Y.Doc(); d.clientID = 5; d.getText('title').insert(0, 'hi')
const frames = []
frames.push(msg(0, e => sync.writeSyncStep1(e, d)), msg(0, e => sync.writeSyncStep2(e, d)), msg(0, e => sync.writeUpdate(e, Y.encodeStateAsUpdate(d))))
const a = new aw.Awareness(d); a.setLocalState({ name: 'Ann', colour: '#123' })
frames.push(msg(1, e => enc.writeVarUint8Array(e, aw.encodeAwarenessUpdate(a, [5]))))
a.setLocalState(null)
frames.push(msg(1, e => enc.writeVarUint8Array(e, aw.encodeAwarenessUpdate(a, [5]))))
frames.push(msg(2, e => auth.writePermissionDenied(e, 'read only')), msg(3, () => {}))
for (const f of frames) out.push('frame ' + hex(f))
console.log(out.join('\n'))
process.exit(0)
