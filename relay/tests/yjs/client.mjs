// A plain Yjs program, driven by one command a line; every command answers with one line of JSON.
// The relay knows nothing special of it: it is the `y-websocket` provider as it comes from npm.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

const require = createRequire(join(process.argv[2], 'here.js'))
const Y = require('yjs')
const { WebsocketProvider } = require('y-websocket')
const WebSocketPolyfill = require('ws')

const doc = new Y.Doc()
const title = doc.getText('title')
let provider = null
let denied = []

// the provider tells of a refusal only here
console.warn = (...words) => { denied.push(words.join(' ')) }

const when = (holds, events) => new Promise(resolve => {
  const look = () => { if (holds()) { resolve(null) } }
  for (const [emitter, name] of events) emitter.on(name, look)
  look()
})

const commands = {
  connect ({ server, room, protocols, params }) {
    provider = new WebsocketProvider(server, room, doc, { WebSocketPolyfill, protocols, params, disableBc: true })
    return null
  },
  synced: () => when(() => provider.synced, [[provider, 'sync']]),
  lost: () => when(() => !provider.wsconnected, [[provider, 'status']]),
  offline () { provider.disconnect(); return null },
  online () { provider.connect(); return null },
  type (text) { title.insert(title.length, text); return null },
  delete (count) { title.delete(0, count); return null },
  title: () => title.toString(),
  sees: text => when(() => title.toString().includes(text), [[doc, 'update']]),
  lacks: text => when(() => !title.toString().includes(text), [[doc, 'update']]),
  show (state) { provider.awareness.setLocalStateField('user', state); return null },
  others: count => when(() => provider.awareness.getStates().size === count + 1, [[provider.awareness, 'change']])
    .then(() => [...provider.awareness.getStates().values()].map(state => state.user ?? null)),
  denied: () => new Promise(resolve => {
    const look = () => denied.length > 0 ? resolve(denied) : setImmediate(look)
    look()
  })
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, argument] = JSON.parse(line)
  process.stdout.write(JSON.stringify(await commands[name](argument) ?? null) + '\n')
}
process.exit(0)
