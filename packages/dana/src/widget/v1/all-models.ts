export * from '../../generated/widget-functions.js'
export * from '../../generated/widget-models.js'
