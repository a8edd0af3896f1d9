import type { Operation, Specification } from '../specification/specification.js'
import type { DanaModel } from './dana-model.js'
import { emitModelFunctions } from './emit-model-functions.js'
import { emitModelTables } from './emit-model-tables.js'
import { emitModelTypes } from './emit-model-types.js'
import { emitOperations } from './emit-operations.js'
import { type Entry, reachableModels, readDanaModels } from './read-dana-models.js'

/** Writes the modules of the DANA client that follow from its specification: the text of each by its name. */
export function emitDanaFiles(specification: Specification): Record<string, string> {
  return {
    ...emitEntry(specification, 'widget', specification.operations),
    ...emitEntry(specification, 'webhook', specification.webhooks),
    operations: emitOperations(specification.operations)
  }
}

function emitEntry(specification: Specification, entry: Entry, operations: Operation[]): Record<string, string> {
  const models = readDanaModels(specification, entry)
  const [types, tables, functions] = [`${entry}-models`, `${entry}-tables`, `${entry}-functions`]
  return {
    [types]: emitModelTypes(models, answered(models, operations), tables),
    [tables]: emitModelTables(models),
    [functions]: emitModelFunctions(models, { tables, types })
  }
}

/** What answers are made of: those who stand in for DANA in a test want to construct it. */
function answered(models: DanaModel[], operations: Operation[]): DanaModel[] {
  const reached = new Set(operations.flatMap(({ extensions }) => reachableModels(models, String(extensions['x-response-model']))))
  return models.filter((model) => reached.has(model))
}
