// A CommonJS module that pays with the DANA client and takes its notification, with the ES module copy of the package beside
// it, as when a dependency imports it. What it finds goes to standard output as JSON.
const { readFileSync } = require('node:fs')
const dana = require('@arus/dana')
const runtime = require('@arus/dana/runtime')
const webhook = require('@arus/dana/webhook/v1')
const widget = require('@arus/dana/widget/v1')
const models = require('@arus/dana/widget/v1/models')
const failuresOf = require('./failures-of')

const world = JSON.parse(readFileSync('world.json', 'utf8'))

/** Which errors of one copy are instances of the class of that name in the other, and of no other class there. */
async function caughtBy(failures, classes) {
  const caught = []
  for (const [name, fail] of Object.entries(failures)) {
    const error = await Promise.resolve()
      .then(fail)
      .catch((reason) => reason)
    const matching = Object.keys(failures).filter((other) => error instanceof classes[other])
    if (error.name === name && matching.join() === name) caught.push(name)
    else caught.push(`${error.name} ${error.message}: ${matching}`)
  }
  return caught
}

function parse({ method, path, headers, body }) {
  try {
    return new webhook.WebhookParser(world.danaPublicKey).parseWebhook(method, path, headers, body).amount.value
  } catch (reason) {
    return reason instanceof webhook.WebhookVerificationError ? reason.code : String(reason)
  }
}

async function main() {
  const { widgetApi } = new dana.Dana(world.options)
  const paid = await widgetApi.widgetPayment(failuresOf.payment)
  const copies = {
    commonJs: { dana, webhook, widget },
    esModules: {
      dana: await import('@arus/dana'),
      webhook: await import('@arus/dana/webhook/v1'),
      widget: await import('@arus/dana/widget/v1')
    }
  }
  const classesOf = (copy) => ({ ...copy.dana, ...copy.webhook, ...copy.widget })
  console.log(
    JSON.stringify({
      names: Object.keys(dana)
        .filter((name) => name !== 'default')
        .sort(),
      sameAcrossEntries: [
        dana.default === dana.Dana,
        widgetApi instanceof widget.WidgetApi,
        dana.ResponseError === runtime.ResponseError,
        widget.WidgetPaymentRequestToJSON === models.WidgetPaymentRequestToJSON
      ],
      paid: paid.webRedirectUrl,
      verified: parse(world.notification),
      forged: parse(world.forged),
      twoCopies: copies.esModules.dana.Dana !== dana.Dana,
      caughtByCommonJs: await caughtBy(failuresOf(copies.esModules, world), classesOf(copies.commonJs)),
      caughtByEsModules: await caughtBy(failuresOf(copies.commonJs, world), classesOf(copies.esModules))
    })
  )
}

main()
