import { parseTimestamp } from '@arus/snap-bi'
import { html } from '../html/html.js'
import { textField } from '../layout/fields.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatTime } from '../texts/format-time.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { formOf } from '../visits/visit.js'
import { act, FormError } from './act.js'
import { facts } from './table.js'

const MINUTE_MS = 60_000
const MOVES = { minute: MINUTE_MS, halfHour: 30 * MINUTE_MS, day: 1_440 * MINUTE_MS, month: 43_200 * MINUTE_MS } as const

/** The sandbox's clock, which lifetimes go by: moved, set, and put back to real time. */
export function addClockRoutes({ get, post }: RouteAdder, { engine, control }: PagesContext): void {
  get('/_sandbox/clock', (visit) => {
    const { developer } = visit.texts
    const { now, offsetMs } = control.readClock()
    const show = (at: number) => formatTime(at, visit.language, { withSeconds: true })
    const moves = Object.entries(developer.moveBy).map(
      ([name, text]) => html`<button class="btn btn-quiet" type="submit" name="by" value="${name}">+ ${text}</button>`
    )
    return sendDeveloperPage(visit, {
      title: developer.menu.clock,
      body: html`<div class="page-title"><h1>${developer.menu.clock}</h1><p class="muted">${developer.clockText}</p></div>
<section class="panel">${facts([
        [developer.now, html`<strong>${show(now)}</strong>`],
        [developer.realTime, show(now - offsetMs)],
        [developer.offset, offsetMs === 0 ? developer.noOffset : `${offsetMs < 0 ? '−' : '+'}${duration(Math.abs(offsetMs))}`]
      ])}</section>
<div class="panels"><section class="panel"><h2>${developer.move}</h2>${formOf(visit, '/_sandbox/clock/move', moves, { className: 'actions' })}</section>
<section class="panel">${formOf(
        visit,
        '/_sandbox/clock/set',
        [
          textField('time', developer.setTo, { type: 'datetime-local', value: jakartaField(engine.now()) }),
          html`<button class="btn btn-strong" type="submit">${developer.setClock}</button>`
        ],
        { className: 'form-row' }
      )}${formOf(visit, '/_sandbox/clock/reset', html`<button class="btn btn-quiet" type="submit">${developer.resetClock}</button>`)}</section></div>`
    })
  })

  post('/_sandbox/clock/move', (visit) =>
    act(visit, '/_sandbox/clock', async () => {
      const by = visit.form.get('by') ?? ''
      if (!Object.hasOwn(MOVES, by)) throw new FormError(visit.texts.developer.invalidTime)
      await control.moveClock(MOVES[by as keyof typeof MOVES])
    })
  )
  post('/_sandbox/clock/set', (visit) =>
    act(visit, '/_sandbox/clock', async () => {
      const [, minutes, seconds = ':00'] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?$/.exec(visit.form.get('time') ?? '') ?? []
      const at = parseTimestamp(`${minutes}${seconds}+07:00`)
      if (at === undefined) throw new FormError(visit.texts.developer.invalidTime)
      await control.setClock(at)
    })
  )
  post('/_sandbox/clock/reset', (visit) => act(visit, '/_sandbox/clock', () => control.resetClock()))
}

function jakartaField(epochMs: number): string {
  return new Date(epochMs + 7 * 60 * MINUTE_MS).toISOString().slice(0, 16)
}

function duration(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24]
  return `${days > 0 ? `${days} d ` : ''}${hours > 0 ? `${hours} h ` : ''}${minutes % 60} min`
}
