// Generated from specs/durianpay-disbursement.openapi.yaml: do not edit, run `npm run generate`.

/** The specification that this server speaks. */
export const openApiDocument: Record<string, unknown> = {
  openapi: '3.1.0',
  info: {
    title: 'Disbursement API',
    version: '1.0.0',
    summary: 'Pay many people at once, in Indonesian rupiah, to bank accounts and e-wallets.',
    description: 'Durianpay\'s Disbursement API as this server speaks it. Clients written for Durianpay work here with another host and\nanother key. What this server adds is marked "Arus only" in its description; a client that leaves all of it aside\nmisses nothing that Durianpay\'s own API has.\n\n**The way of a batch.** Submit it (`draft` while its items are validated), approve it (`need_approval` until then),\nread its outcome (`approved` while money is on its way; `success`, `partially_success` or `failed` at the end). With\n`force_disburse=true` it approves itself.\n\n**Money** is rupiah, written as a string: `"10000"`, `"10000.5"` or `"10000.00"` in requests, always two decimals in\nanswers. Only `fees` and `balance` are JSON numbers, in whole rupiah.\n\n**Time** is RFC 3339 in UTC with up to six decimals.\n\n**Retry safely.** Send the same `X-Idempotency-Key` again after a timeout or a 5xx: the request is done once, and its\nfirst answer comes again. Never take a timeout or a 5xx for a failed payment: ask.\n\n**Identifiers** are opaque. One that doesn\'t exist, belongs to another merchant or to the other mode (test or live)\nanswers 404, whatever its form.\n\n**Text** is Unicode without the NUL character and without unpaired surrogates.\n\n**Bodies** of GET, DELETE and approve are not read: none, an empty one and `null` are all the same. Fields that are\nnot described here are ignored in requests, and an optional field that is null counts as left out. Limits on the number of items, on amounts and on the size of a body are\nsettings of the server; the defaults are given where they apply.\n',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
  },
  servers: [{ url: '/', description: 'The server that gave you this document' }],
  security: [{ secretKey: [] }],
  tags: [
    { name: 'Disbursements', description: 'Batches of payments and their items' },
    { name: 'Accounts', description: 'Banks, e-wallets and who owns an account' },
    { name: 'Balance', description: 'The money that batches are paid from' },
    { name: 'Webhooks', description: 'Where events are sent. Arus only' },
    { name: 'Events', description: 'What was sent, and what became of it. Arus only' },
    { name: 'Cases', description: 'What only a person can settle. Arus only' },
    { name: 'Simulator', description: 'What a person or a bank would do, in test mode. Arus only' },
    { name: 'Operations', description: 'For those who run the server. Arus only' }
  ],
  paths: {
    '/v1/disbursements/submit': {
      post: {
        operationId: 'submitDisbursement',
        summary: 'Submit a batch',
        description: 'Takes a batch whole or not at all. Its items are validated afterwards, and a\n`disbursement.validation_completed` event tells when that is done.\n\nItems are checked for their form at once (400, with every faulty field); whether an account exists is for the\nbank to say, so an unknown bank code makes an invalid item, not a refused batch.\n\nThe idempotency keys are headers. As a field of the body, `idempotency_key` is refused (400): it would protect\nnothing there.\n',
        tags: ['Disbursements'],
        parameters: [
          { $ref: '#/components/parameters/ForceDisburse' },
          { $ref: '#/components/parameters/SkipValidation' },
          { $ref: '#/components/parameters/BatchKey' },
          { $ref: '#/components/parameters/RequestKey' },
          { $ref: '#/components/parameters/RequestKeyStandard' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/SubmitDisbursementRequest' } } }
        },
        responses: {
          '200': {
            description: 'The batch, stored. Its items are being validated.',
            headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } },
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/DisbursementSummary' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': {
            description: 'A batch with this `idempotency_key` exists already (`DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY`). Fetch it with `POST /v1/disbursements/status`. Or it goes beyond the limits of the key (`KEY_LIMIT_EXCEEDED`), or the key lacks the scope `submit`, or with `force_disburse` the scope `approve`.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
          },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/BodyTooLarge' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      }
    },
    '/v1/disbursements/{id}/approve': {
      post: {
        operationId: 'approveDisbursement',
        summary: 'Approve a batch',
        description: 'Holds the batch\'s amounts and fees on the balance and starts paying. A batch with invalid items is approved only\nwith `ignore_invalid=true`: its valid items are paid, the others count as failed. A body, such as\n`{"id": "dis_…"}`, is not read.\n',
        tags: ['Disbursements'],
        parameters: [
          { $ref: '#/components/parameters/DisbursementId' },
          {
            name: 'ignore_invalid',
            in: 'query',
            description: 'Pay the valid items although others are invalid. Without it, a batch that has invalid items is refused with 403 and stays as it is.',
            schema: { $ref: '#/components/schemas/QueryBoolean' }
          },
          {
            name: 'ignored_invalid',
            in: 'query',
            deprecated: true,
            description: 'Another spelling of `ignore_invalid`, from an older page of Durianpay\'s documentation.',
            schema: { $ref: '#/components/schemas/QueryBoolean' }
          },
          { $ref: '#/components/parameters/RequestKey' },
          { $ref: '#/components/parameters/RequestKeyStandard' }
        ],
        responses: {
          '200': {
            description: 'The batch, approved (or `failed` at once, where it has no valid item).',
            headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } },
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/DisbursementSummary' } }
                }
              }
            }
          },
          '202': {
            description: 'Taken, not yet done. Durianpay documents it; this server answers 200.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/DisbursementSummary' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': {
            description: 'Not now: the batch is not waiting for approval, or it has invalid items and `ignore_invalid` is not set (`INVALID_DISBURSEMENT_STATUS`, the message counts them), or the balance does not suffice (`INSUFFICIENT_BALANCE`), or the key may not approve as much (`KEY_LIMIT_EXCEEDED`), or lacks the scope `approve`. The batch stays as it is.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
          },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      }
    },
    '/v1/disbursements/{id}/reject': {
      post: {
        operationId: 'rejectDisbursement',
        summary: 'Reject a batch',
        description: 'Arus only. Ends a batch that is being validated or waits for approval; nothing of it is ever paid. Its `idempotency_key` stays used.',
        tags: ['Disbursements'],
        parameters: [{ $ref: '#/components/parameters/DisbursementId' }],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/RejectDisbursementRequest' } } }
        },
        responses: {
          '200': {
            description: 'The batch, rejected.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/DisbursementSummary' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/WrongStatus' },
          '404': { $ref: '#/components/responses/NotFound' },
          '413': { $ref: '#/components/responses/BodyTooLarge' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/disbursements/{id}': {
      get: {
        operationId: 'getDisbursement',
        summary: 'Fetch a batch',
        tags: ['Disbursements'],
        parameters: [{ $ref: '#/components/parameters/DisbursementId' }],
        responses: {
          '200': { $ref: '#/components/responses/DisbursementDetails' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      },
      delete: {
        operationId: 'deleteDisbursement',
        summary: 'Delete a batch',
        description: 'For a batch that is being validated or waits for approval. It answers 404 from then on, and its `idempotency_key` stays used.',
        tags: ['Disbursements'],
        parameters: [{ $ref: '#/components/parameters/DisbursementId' }],
        responses: {
          '200': { $ref: '#/components/responses/Deleted' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/WrongStatus' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/disbursements/{id}/status': {
      get: {
        operationId: 'getDisbursementStatus',
        summary: 'Fetch a batch\'s status and signature',
        description: 'Arus only. The answer to "is it done", with the signature to verify that against.',
        tags: ['Disbursements'],
        parameters: [{ $ref: '#/components/parameters/DisbursementId' }],
        responses: {
          '200': {
            description: 'The status.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/DisbursementStatus' } }
                }
              }
            }
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/disbursements/{id}/items': {
      get: {
        operationId: 'listDisbursementItems',
        summary: 'List a batch\'s items',
        description: 'In the order in which they were submitted. For many items, follow `next_cursor`; it stays fast however far it leads.',
        tags: ['Disbursements'],
        parameters: [
          { $ref: '#/components/parameters/DisbursementId' },
          {
            name: 'status',
            in: 'query',
            description: 'Arus only. Only the items with this status.',
            schema: { $ref: '#/components/schemas/ItemStatus' }
          },
          {
            name: 'cursor',
            in: 'query',
            description: 'Arus only. The `next_cursor` of the page before. `skip` is not looked at beside it.',
            schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9_=-]+$' }
          },
          { $ref: '#/components/parameters/Skip' },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/SkipCapital' },
          { $ref: '#/components/parameters/LimitCapital' }
        ],
        responses: {
          '200': {
            description: 'One page of items.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/DisbursementItemList' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      }
    },
    '/v1/disbursements/status': {
      post: {
        operationId: 'getDisbursementByKey',
        summary: 'Fetch a batch by its id or its key',
        description: 'What to ask after a submit that was never answered: the key is known even where the id is not. With both, the id decides.',
        tags: ['Disbursements'],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/GetDisbursementByKeyRequest' } } }
        },
        responses: {
          '200': { $ref: '#/components/responses/DisbursementDetails' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '413': { $ref: '#/components/responses/BodyTooLarge' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      }
    },
    '/v1/disbursements': {
      get: {
        operationId: 'listDisbursements',
        summary: 'List batches',
        description: 'Arus only. Newest first; deleted ones are left out.',
        tags: ['Disbursements'],
        parameters: [
          {
            name: 'status',
            in: 'query',
            description: 'Only the batches with this status.',
            schema: { $ref: '#/components/schemas/BatchStatus' }
          },
          { $ref: '#/components/parameters/Skip' },
          { $ref: '#/components/parameters/Limit' }
        ],
        responses: {
          '200': {
            description: 'One page of batches.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/DisbursementList' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/disbursements/validate': {
      post: {
        operationId: 'validateAccount',
        summary: 'Ask who owns an account',
        description: 'The first answer is normally `processing`. Ask again with another request key, or wait for the\n`account_validation.completed` event, which is sent in test mode too. A bank that doesn\'t answer is asked again;\nit never makes an account invalid.\n',
        tags: ['Accounts'],
        parameters: [
          { $ref: '#/components/parameters/RequestKey' },
          { $ref: '#/components/parameters/RequestKeyStandard' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/ValidateAccountRequest' } } }
        },
        responses: {
          '200': {
            description: 'What is known now.',
            headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } },
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/AccountValidation' } }
                }
              }
            }
          },
          '202': {
            description: 'Taken, not yet known. Seen at Durianpay; this server answers 200 with `processing`.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/AccountValidation' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/BodyTooLarge' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/disbursements/banks': {
      get: {
        operationId: 'listBanks',
        summary: 'List banks and e-wallets',
        description: 'All of them, in one answer.',
        tags: ['Accounts'],
        responses: {
          '200': {
            description: 'The destinations that items can name.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { type: 'array', items: { $ref: '#/components/schemas/Bank' } } }
                }
              }
            }
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/disbursements/topup': {
      post: {
        operationId: 'createTopup',
        summary: 'Ask where to transfer a top-up',
        description: 'Answers with the account to transfer to and the exact sum, which ends in a code of its own so that the transfer\ncan be told apart. In test mode `POST /v1/simulator/topups/{id}/complete` stands for the transfer.\n',
        tags: ['Balance'],
        parameters: [
          { $ref: '#/components/parameters/RequestKey' },
          { $ref: '#/components/parameters/RequestKeyStandard' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/CreateTopupRequest' } } }
        },
        responses: {
          '200': {
            description: 'What to transfer, and where to.',
            headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } },
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/TopupInstruction' } }
                }
              }
            }
          },
          '202': {
            description: 'Taken, not yet done. Durianpay documents it; this server answers 200.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/TopupInstruction' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/BodyTooLarge' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      }
    },
    '/v1/disbursements/topup/balance': {
      get: {
        operationId: 'getBalance',
        summary: 'Fetch the balance',
        description: 'What can be spent now. What approved batches hold is not part of it.',
        tags: ['Balance'],
        responses: {
          '200': {
            description: 'The balance.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/Balance' } }
                }
              }
            }
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      }
    },
    '/v1/disbursements/topup/{id}': {
      get: {
        operationId: 'getTopup',
        summary: 'Fetch a top-up',
        tags: ['Balance'],
        parameters: [{ $ref: '#/components/parameters/TopupId' }],
        responses: {
          '200': {
            description: 'The top-up.',
            content: {
              'application/json': {
                schema: { type: 'object', required: ['data'], properties: { data: { $ref: '#/components/schemas/Topup' } } }
              }
            }
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      }
    },
    '/v1/webhook_endpoints': {
      post: {
        operationId: 'createWebhookEndpoint',
        summary: 'Add a webhook endpoint',
        description: 'Arus only. Events of this key\'s mode (test or live) are sent to it from now on. At most 50 of each mode.',
        tags: ['Webhooks'],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/CreateWebhookEndpointRequest' } } }
        },
        responses: {
          '200': {
            description: 'The endpoint, with the secret that is never shown again.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/WebhookEndpointWithSecret' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '413': { $ref: '#/components/responses/BodyTooLarge' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      },
      get: {
        operationId: 'listWebhookEndpoints',
        summary: 'List webhook endpoints',
        description: 'Arus only. Newest first, without their secrets.',
        tags: ['Webhooks'],
        parameters: [{ $ref: '#/components/parameters/Skip' }, { $ref: '#/components/parameters/Limit' }],
        responses: {
          '200': {
            description: 'One page of endpoints.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/WebhookEndpointList' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/webhook_endpoints/{id}': {
      delete: {
        operationId: 'deleteWebhookEndpoint',
        summary: 'Remove a webhook endpoint',
        description: 'Arus only. Nothing more is sent to it, not even what was waiting to be tried again.',
        tags: ['Webhooks'],
        parameters: [{ $ref: '#/components/parameters/WebhookEndpointId' }],
        responses: {
          '200': { $ref: '#/components/responses/Deleted' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/webhook_endpoints/{id}/rotate': {
      post: {
        operationId: 'rotateWebhookEndpoint',
        summary: 'Change a webhook endpoint\'s secret',
        description: 'Arus only. The old secret signs too for the next 24 hours, so that no event is refused meanwhile.',
        tags: ['Webhooks'],
        parameters: [{ $ref: '#/components/parameters/WebhookEndpointId' }],
        responses: {
          '200': {
            description: 'The endpoint, with its new secret.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/WebhookEndpointWithSecret' } }
                }
              }
            }
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/events': {
      get: {
        operationId: 'listEvents',
        summary: 'List events',
        description: 'Arus only. Newest first, signed with the key that asks. The lists of items are left out; fetch one event to see them.',
        tags: ['Events'],
        parameters: [
          {
            name: 'type',
            in: 'query',
            description: 'Only the events of this type.',
            schema: { $ref: '#/components/schemas/EventType' }
          },
          { $ref: '#/components/parameters/Skip' },
          { $ref: '#/components/parameters/Limit' }
        ],
        responses: {
          '200': {
            description: 'One page of events.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/RecordedEventList' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/events/{id}': {
      get: {
        operationId: 'getEvent',
        summary: 'Fetch an event',
        description: 'Arus only. With everything that its webhook carries, signed with the key that asks.',
        tags: ['Events'],
        parameters: [{ $ref: '#/components/parameters/EventId' }],
        responses: {
          '200': { $ref: '#/components/responses/RecordedEvent' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/events/{id}/resend': {
      post: {
        operationId: 'resendEvent',
        summary: 'Send an event again',
        description: 'Arus only. At once, and with the whole schedule of retries, to each of the merchant\'s endpoints that takes this event: also to those that acknowledged it before, and to those added since.',
        tags: ['Events'],
        parameters: [{ $ref: '#/components/parameters/EventId' }],
        responses: {
          '200': { $ref: '#/components/responses/RecordedEvent' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/cases': {
      get: {
        operationId: 'listCases',
        summary: 'List cases',
        description: 'Arus only. What a person must look at: open ones first, the oldest of them first, then those that are settled.',
        tags: ['Cases'],
        parameters: [
          {
            name: 'status',
            in: 'query',
            description: 'Only the cases that are open, or only those that are settled.',
            schema: { $ref: '#/components/schemas/CaseStatus' }
          },
          {
            name: 'kind',
            in: 'query',
            description: 'Only the cases of this kind.',
            schema: { $ref: '#/components/schemas/CaseKind' }
          },
          {
            name: 'disbursement_id',
            in: 'query',
            description: 'Only the cases about items of this batch.',
            schema: { $ref: '#/components/schemas/Identifier' }
          },
          { $ref: '#/components/parameters/Skip' },
          { $ref: '#/components/parameters/Limit' }
        ],
        responses: {
          '200': {
            description: 'One page of cases.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/CaseList' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/cases/{id}': {
      get: {
        operationId: 'getCase',
        summary: 'Fetch a case',
        description: 'Arus only.',
        tags: ['Cases'],
        parameters: [{ $ref: '#/components/parameters/CaseId' }],
        responses: {
          '200': { $ref: '#/components/responses/Case' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/cases/{id}/settle': {
      post: {
        operationId: 'settleCase',
        summary: 'Settle a case',
        description: 'Arus only. Says what a person found out at the bank. `paid` makes the item done and `not_paid` makes it failed, whatever the rail said or did not say; where the item was final already, the money goes through suspense and `disbursement.item_corrected` is sent. `came_back` puts the second payment of an item together with its return, and changes nothing of the item. `acknowledged` changes nothing but the case. Other cases of the item that the same word settles are closed with it (`settled_with`). The reference and the reason are kept, with who settled it and when.',
        tags: ['Cases'],
        parameters: [
          { $ref: '#/components/parameters/CaseId' },
          { $ref: '#/components/parameters/RequestKey' },
          { $ref: '#/components/parameters/RequestKeyStandard' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/SettleCaseRequest' } } }
        },
        responses: {
          '200': {
            description: 'The case, settled.',
            headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } },
            content: {
              'application/json': {
                schema: { type: 'object', required: ['data'], properties: { data: { $ref: '#/components/schemas/Case' } } }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': {
            description: 'Not so (`INVALID_DISBURSEMENT_STATUS`): the case is settled already, or `allowed_resolutions` does not have this resolution, as after the item moved on, or while the item is being sent: then `error` says until when its worker has it. Nothing was changed.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
          },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/BodyTooLarge' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/GatewayTimeout' }
        }
      }
    },
    '/v1/simulator/topups/{id}/complete': {
      post: {
        operationId: 'completeTopup',
        summary: 'Pay a top-up',
        description: 'Arus only, test mode only. Stands for the merchant\'s transfer. A top-up that is completed stays as it is.',
        tags: ['Simulator'],
        parameters: [{ $ref: '#/components/parameters/TopupId' }],
        responses: {
          '200': {
            description: 'The top-up, completed. The balance has it.',
            content: {
              'application/json': {
                schema: { type: 'object', required: ['data'], properties: { data: { $ref: '#/components/schemas/Topup' } } }
              }
            }
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/TestModeOnly' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/v1/simulator/items/{id}/settle': {
      post: {
        operationId: 'settleItem',
        summary: 'Decide what the simulated bank did with an item',
        description: 'Arus only, test mode only. Changes the bank\'s book, also after the item is final: that is how late truth is tested. The server then asks the bank about the item, as it would have done by itself.',
        tags: ['Simulator'],
        parameters: [{ $ref: '#/components/parameters/ItemId' }],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/SettleItemRequest' } } }
        },
        responses: {
          '200': {
            description: 'The item as the server knows it now.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: '#/components/schemas/DisbursementItem' } }
                }
              }
            }
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': {
            description: 'Only a test key can do this (`TEST_MODE_ONLY`), or the item was never sent to the bank (`INVALID_DISBURSEMENT_STATUS`).',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
          },
          '404': { $ref: '#/components/responses/NotFound' },
          '413': { $ref: '#/components/responses/BodyTooLarge' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/InternalError' },
          '503': { $ref: '#/components/responses/Unavailable' }
        }
      }
    },
    '/healthz': {
      get: {
        operationId: 'getHealth',
        summary: 'Is the process alive',
        description: 'Arus only. Asks nothing of the database.',
        tags: ['Operations'],
        security: [],
        responses: {
          '200': {
            description: 'It is.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } }
          }
        }
      }
    },
    '/readyz': {
      get: {
        operationId: 'getReadiness',
        summary: 'Can the process take requests',
        description: 'Arus only. It can when the database answers, its migrations are in, and the process is not stopping.',
        tags: ['Operations'],
        security: [],
        responses: {
          '200': {
            description: 'It can.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } }
          },
          '503': {
            description: 'It can\'t, for now.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } }
          }
        }
      }
    },
    '/metrics': {
      get: {
        operationId: 'getMetrics',
        summary: 'Metrics for Prometheus',
        description: 'Arus only.',
        tags: ['Operations'],
        security: [],
        responses: {
          '200': {
            description: 'In Prometheus\' text format.',
            content: { 'text/plain': { schema: { type: 'string' } } }
          }
        }
      }
    },
    '/openapi.json': {
      get: {
        operationId: 'getOpenApiDocument',
        summary: 'This document',
        description: 'Arus only.',
        tags: ['Operations'],
        security: [],
        responses: {
          '200': {
            description: 'OpenAPI 3.1 as JSON.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['openapi', 'info', 'paths'],
                  additionalProperties: true,
                  properties: {
                    openapi: { type: 'string' },
                    info: { type: 'object', additionalProperties: true },
                    paths: { type: 'object', additionalProperties: true }
                  }
                }
              }
            }
          }
        }
      }
    },
    '/docs': {
      get: {
        operationId: 'getDocumentation',
        summary: 'This document, to read and try out',
        description: 'Arus only.',
        tags: ['Operations'],
        security: [],
        responses: {
          '200': { description: 'A web page.', content: { 'text/html': { schema: { type: 'string' } } } },
          '302': { description: 'The web page is at another path below this one.' }
        }
      }
    }
  },
  webhooks: {
    'disbursement.validation_completed': {
      post: {
        operationId: 'onDisbursementValidationCompleted',
        summary: 'All items of a batch are validated',
        description: 'Sent once per batch, save where validation was skipped. Durianpay\'s guide also spells it `disbursement.validation.completed` in its headings; on the wire it is this.',
        tags: ['Disbursements'],
        security: [],
        parameters: [
          { $ref: '#/components/parameters/WebhookId' },
          { $ref: '#/components/parameters/WebhookTimestamp' },
          { $ref: '#/components/parameters/WebhookSignature' }
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/DisbursementValidationCompletedEvent' } }
          }
        },
        responses: {
          '2XX': { $ref: '#/components/responses/Acknowledged' },
          '4XX': { $ref: '#/components/responses/NotAcknowledged' }
        }
      }
    },
    'disbursement.completed': {
      post: {
        operationId: 'onDisbursementCompleted',
        summary: 'All items of a batch are final',
        description: 'Sent once per batch. The signature covers the batch\'s id and total, not its status or its items: fetch the batch before you book anything.',
        tags: ['Disbursements'],
        security: [],
        parameters: [
          { $ref: '#/components/parameters/WebhookId' },
          { $ref: '#/components/parameters/WebhookTimestamp' },
          { $ref: '#/components/parameters/WebhookSignature' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/DisbursementCompletedEvent' } } }
        },
        responses: {
          '2XX': { $ref: '#/components/responses/Acknowledged' },
          '4XX': { $ref: '#/components/responses/NotAcknowledged' }
        }
      }
    },
    'account_validation.completed': {
      post: {
        operationId: 'onAccountValidationCompleted',
        summary: 'The bank has said who owns an account',
        description: 'Sent once per question to the bank, in test mode too.',
        tags: ['Accounts'],
        security: [],
        parameters: [
          { $ref: '#/components/parameters/WebhookId' },
          { $ref: '#/components/parameters/WebhookTimestamp' },
          { $ref: '#/components/parameters/WebhookSignature' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/AccountValidationCompletedEvent' } } }
        },
        responses: {
          '2XX': { $ref: '#/components/responses/Acknowledged' },
          '4XX': { $ref: '#/components/responses/NotAcknowledged' }
        }
      }
    },
    'disbursement.approval_blocked': {
      post: {
        operationId: 'onDisbursementApprovalBlocked',
        summary: 'A batch that approves itself lacks balance',
        description: 'Arus only. A batch submitted with `force_disburse` stays `need_approval` because the balance does not suffice. It is tried again when a top-up lands.',
        tags: ['Disbursements'],
        security: [],
        parameters: [
          { $ref: '#/components/parameters/WebhookId' },
          { $ref: '#/components/parameters/WebhookTimestamp' },
          { $ref: '#/components/parameters/WebhookSignature' }
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/DisbursementApprovalBlockedEvent' } }
          }
        },
        responses: {
          '2XX': { $ref: '#/components/responses/Acknowledged' },
          '4XX': { $ref: '#/components/responses/NotAcknowledged' }
        }
      }
    },
    'disbursement.settling': {
      post: {
        operationId: 'onDisbursementSettling',
        summary: 'Only items without a clear outcome are left',
        description: 'Arus only. Every item of the batch is final, save those that the bank has not yet decided or not answered about. They are asked about until it does.',
        tags: ['Disbursements'],
        security: [],
        parameters: [
          { $ref: '#/components/parameters/WebhookId' },
          { $ref: '#/components/parameters/WebhookTimestamp' },
          { $ref: '#/components/parameters/WebhookSignature' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/DisbursementSettlingEvent' } } }
        },
        responses: {
          '2XX': { $ref: '#/components/responses/Acknowledged' },
          '4XX': { $ref: '#/components/responses/NotAcknowledged' }
        }
      }
    },
    'disbursement.item_corrected': {
      post: {
        operationId: 'onDisbursementItemCorrected',
        summary: 'The bank has changed its word about an item',
        description: 'Arus only. An item that was final turned out otherwise: paid after all, or paid back. The batch\'s status and totals stay as they were told.',
        tags: ['Disbursements'],
        security: [],
        parameters: [
          { $ref: '#/components/parameters/WebhookId' },
          { $ref: '#/components/parameters/WebhookTimestamp' },
          { $ref: '#/components/parameters/WebhookSignature' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/DisbursementItemCorrectedEvent' } } }
        },
        responses: {
          '2XX': { $ref: '#/components/responses/Acknowledged' },
          '4XX': { $ref: '#/components/responses/NotAcknowledged' }
        }
      }
    },
    'disbursement.case_opened': {
      post: {
        operationId: 'onDisbursementCaseOpened',
        summary: 'A person must look at something',
        description: 'Arus only. Once for each case. What to do is in its `reason`; look at it with `GET /v1/cases/{id}`. That a case is settled has no event: what it changed about money has its own.',
        tags: ['Cases'],
        security: [],
        parameters: [
          { $ref: '#/components/parameters/WebhookId' },
          { $ref: '#/components/parameters/WebhookTimestamp' },
          { $ref: '#/components/parameters/WebhookSignature' }
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/DisbursementCaseOpenedEvent' } } }
        },
        responses: {
          '2XX': { $ref: '#/components/responses/Acknowledged' },
          '4XX': { $ref: '#/components/responses/NotAcknowledged' }
        }
      }
    }
  },
  components: {
    securitySchemes: {
      secretKey: {
        type: 'http',
        scheme: 'basic',
        description: 'The secret key is the user name; the password is empty: `curl -u dp_test_…:`. A `dp_test_…` key sees test data\nonly, a `dp_live_…` key live data only.\n\nArus only: what the wording of Durianpay\'s guide leads to is taken too, namely `base64(key:)` as the user name,\nand `base64(key:)` as the whole header with no `Basic` before it.\n\nArus only: a key has scopes, and without the right one an answer is 403 (`SCOPE_…_REQUIRED`). `read` opens what\nlooks at things; `submit` submitting and deleting batches, and asking about accounts; `approve` approving and\nrejecting batches and settling cases, and together with `submit` `force_disburse`; `manage` webhook endpoints,\nsending events again, top-ups and the simulator. A test key has all four unless it was made with fewer; a live\nkey has `read` and `submit` unless it was made with others.\n'
      }
    },
    parameters: {
      DisbursementId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The batch\'s id (`dis_…`).',
        schema: { $ref: '#/components/schemas/Identifier' }
      },
      ItemId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The item\'s id (`dis_item_…`).',
        schema: { $ref: '#/components/schemas/Identifier' }
      },
      TopupId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The top-up\'s id (`topup_…`).',
        schema: { $ref: '#/components/schemas/Identifier' }
      },
      WebhookEndpointId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The endpoint\'s id (`whe_…`).',
        schema: { $ref: '#/components/schemas/Identifier' }
      },
      EventId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The event\'s id (`evt_…`).',
        schema: { $ref: '#/components/schemas/Identifier' }
      },
      CaseId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The case\'s id (`case_…`).',
        schema: { $ref: '#/components/schemas/Identifier' }
      },
      ForceDisburse: {
        name: 'force_disburse',
        in: 'query',
        description: 'Pay as soon as validation is done, without an approval. Invalid items are left behind. False unless said.',
        schema: { $ref: '#/components/schemas/QueryBoolean' }
      },
      SkipValidation: {
        name: 'skip_validation',
        in: 'query',
        description: 'Don\'t ask the bank about the accounts: an account that doesn\'t exist shows as a failed payment. It skips that and nothing else: without `force_disburse` the batch still waits for approval. False unless said.',
        schema: { $ref: '#/components/schemas/QueryBoolean' }
      },
      Skip: {
        name: 'skip',
        in: 'query',
        description: 'How many to leave out at the start.',
        schema: { type: 'integer', minimum: 0, maximum: 2000000000, default: 0 }
      },
      Limit: {
        name: 'limit',
        in: 'query',
        description: 'How many to give at most. 0 counts as left out.',
        schema: { type: 'integer', minimum: 0, maximum: 1000, default: 25 }
      },
      SkipCapital: {
        name: 'Skip',
        in: 'query',
        deprecated: true,
        description: 'Another spelling of `skip`, which a client in use sends.',
        schema: { type: 'integer', minimum: 0, maximum: 2000000000 }
      },
      LimitCapital: {
        name: 'Limit',
        in: 'query',
        deprecated: true,
        description: 'Another spelling of `limit`, which a client in use sends.',
        schema: { type: 'integer', minimum: 0, maximum: 1000 }
      },
      BatchKey: {
        name: 'idempotency_key',
        in: 'header',
        description: 'The key of this batch, for ever: a second batch with it is refused with 403, also after the first was rejected or\ndeleted. Use one that follows from what you pay, such as `payroll-2026-07`, and store it before you send.\n\nWithout it the request key is the batch key too. A live submit needs one of the two; in test mode both can be\nleft out. nginx drops headers with an underscore unless told `underscores_in_headers on`.\n',
        schema: { $ref: '#/components/schemas/IdempotencyKey' },
        example: 'payroll-2026-07'
      },
      RequestKey: {
        name: 'X-Idempotency-Key',
        in: 'header',
        description: 'The key of this request: make one (a UUID, say) per call, and send the same again when you retry. A refused request does not use it up; an answered one is answered the same way for 30 days. Durianpay requires it; here that is a setting of the server, off by default (see `idempotency_key` for live submits).',
        schema: { $ref: '#/components/schemas/IdempotencyKey' },
        example: '7c0e5c39-5c54-4e0c-9d52-1f2b7f2b9a51'
      },
      RequestKeyStandard: {
        name: 'Idempotency-Key',
        in: 'header',
        description: 'Arus only. Means the same as `X-Idempotency-Key`. With both, they must be equal.',
        schema: { $ref: '#/components/schemas/IdempotencyKey' },
        example: '7c0e5c39-5c54-4e0c-9d52-1f2b7f2b9a51'
      },
      WebhookId: {
        name: 'webhook-id',
        in: 'header',
        required: true,
        description: 'The event\'s id (Standard Webhooks), the same for every try. To take an event twice is harmless if you remember this.',
        schema: { type: 'string' },
        example: 'evt_Kq3mT8vLw20417'
      },
      WebhookTimestamp: {
        name: 'webhook-timestamp',
        in: 'header',
        required: true,
        description: 'When this try was made, in seconds since 1970 (Standard Webhooks).',
        schema: { type: 'string', pattern: '^\\d+$' },
        example: '1783036800'
      },
      WebhookSignature: {
        name: 'webhook-signature',
        in: 'header',
        required: true,
        description: '`v1,` and the base64 of HMAC-SHA256 over id, timestamp and body joined by dots, keyed with the endpoint\'s secret (Standard Webhooks). It covers the whole body, unlike `data.signature`. Two of them, apart by a space, while a secret is being changed.',
        schema: { type: 'string' },
        example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4='
      }
    },
    headers: {
      IdempotentReplayed: {
        description: 'Arus only. `true` where this is the answer that an earlier request with the same key got.',
        schema: { type: 'string', const: 'true' }
      },
      RetryAfter: {
        description: 'Arus only. Seconds to wait before trying again.',
        schema: { type: 'integer', minimum: 0 }
      }
    },
    responses: {
      DisbursementDetails: {
        description: 'The batch.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['data'],
              properties: { data: { $ref: '#/components/schemas/DisbursementDetails' } }
            }
          }
        }
      },
      Deleted: {
        description: 'It is gone.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['data'],
              properties: { data: { type: 'string', const: 'Deleted Successfully' } }
            }
          }
        }
      },
      RecordedEvent: {
        description: 'The event, and what became of it at each endpoint.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['data'],
              properties: { data: { $ref: '#/components/schemas/RecordedEvent' } }
            }
          }
        }
      },
      Case: {
        description: 'The case.',
        content: {
          'application/json': {
            schema: { type: 'object', required: ['data'], properties: { data: { $ref: '#/components/schemas/Case' } } }
          }
        }
      },
      BadRequest: {
        description: 'Something in the request is wrong (`DPAY_INVALID_REQUEST`), and nothing was done. `errors` names each faulty field. No idempotency key is used up.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
            example: {
              error: 'required fields missing',
              error_code: 'DPAY_INVALID_REQUEST',
              message: 'required fields missing',
              request_id: 'dp_Rt5nW2xYzQ8061',
              errors: [{ field: 'items[3].amount', message: 'must be a positive amount with at most two decimals' }]
            }
          }
        }
      },
      Unauthorized: {
        description: 'The key is missing, unknown or revoked (`DPAY_UNAUTHORIZED_ACCESS`).',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
            example: {
              error: 'invalid Authorization header in request',
              error_code: 'DPAY_UNAUTHORIZED_ACCESS',
              message: 'invalid Authorization header in request',
              request_id: 'dp_Rt5nW2xYzQ8061'
            }
          }
        }
      },
      Forbidden: {
        description: 'Arus only. The key lacks a scope (`SCOPE_READ_REQUIRED`, `SCOPE_SUBMIT_REQUIRED`, `SCOPE_APPROVE_REQUIRED`, `SCOPE_MANAGE_REQUIRED`) or may not be used from this address (`ADDRESS_NOT_ALLOWED`); or a page of another site sent this (`CROSS_SITE_REQUEST`). Every operation can answer so.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
            example: {
              error: 'this API key lacks the scope approve',
              error_code: 'SCOPE_APPROVE_REQUIRED',
              message: 'this API key lacks the scope approve',
              request_id: 'dp_Rt5nW2xYzQ8061'
            }
          }
        }
      },
      TooManyRequests: {
        description: 'Arus only. Too many requests with this key or from this address, or too many wrong keys from it (`RATE_LIMITED`). Nothing was done; try again after `Retry-After`.',
        headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
      },
      WrongStatus: {
        description: 'The batch is past the point where this can be done (`INVALID_DISBURSEMENT_STATUS`). It stays as it is.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
      },
      TestModeOnly: {
        description: 'Only a test key can do this (`TEST_MODE_ONLY`).',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
      },
      NotFound: {
        description: 'There is nothing with this id or key that your key can see (`DPAY_NOT_FOUND`).',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
            example: {
              error: 'disbursement not found',
              error_code: 'DPAY_NOT_FOUND',
              message: 'disbursement not found',
              request_id: 'dp_Rt5nW2xYzQ8061'
            }
          }
        }
      },
      Conflict: {
        description: 'A request with this request key is being worked on: try again after `Retry-After` (`REQUEST_ALREADY_SUBMITTED`). Or the key was used for another request (`IDEMPOTENCY_KEY_REUSED`): nothing was done, and trying again won\'t help.',
        headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
      },
      BodyTooLarge: {
        description: 'Arus only. The body is larger than the server takes (`REQUEST_BODY_TOO_LARGE`).',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
      },
      InternalError: {
        description: 'The server failed (`DPAY_INTERNAL_ERROR`). The request may or may not have been done: send it again with the same keys.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
      },
      Unavailable: {
        description: 'Arus only. Nothing was done: the server has too much to do at the moment (`SERVER_BUSY`, try again after `Retry-After`), it has no live rail to pay through (`RAIL_NOT_CONFIGURED`), or its database was restored and takes in no new batch until it is known what was paid meanwhile (`DATABASE_QUARANTINED`: send the batch again, with the same keys, when the operator says so).',
        headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } }
      },
      GatewayTimeout: {
        description: 'Something between you and the server gave up waiting; the body may be of any kind. The request may or may not have been done: send it again with the same keys.'
      },
      Acknowledged: { description: 'Any status from 200 to 299 acknowledges the event, if it comes within 10 seconds.' },
      NotAcknowledged: {
        description: 'Anything else, redirects too, is not an acknowledgement. The event is sent again after 2, 5, 10, 90 and 210 minutes, then 6, 12, 24 and 36 hours, each give or take a tenth; then it is given up, and can be resent.'
      }
    },
    schemas: {
      Identifier: {
        description: 'An opaque identifier.',
        type: 'string',
        minLength: 1,
        maxLength: 64,
        pattern: '^[A-Za-z0-9_]+$',
        example: 'dis_Ab12Cd34Ef0001'
      },
      IdempotencyKey: {
        description: 'Up to 255 printable ASCII characters. An empty one counts as none.',
        type: 'string',
        maxLength: 255,
        pattern: '^[ -~]*$'
      },
      QueryBoolean: {
        description: '`true`, `false` (in upper or lower case), `1`, `0`, or nothing at all after the `=`, which counts as left out.',
        type: 'string',
        pattern: '^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|1|0)?$',
        maxLength: 5,
        example: 'true'
      },
      AmountInput: {
        description: 'Rupiah as a decimal string, with at most two decimals: no sign, no exponent, no separators. More than zero.',
        type: 'string',
        maxLength: 18,
        pattern: '^\\d{1,15}(\\.\\d{1,2})?$',
        example: '125000'
      },
      Amount: {
        description: 'Rupiah as a decimal string with exactly two decimals. Never parse it into a floating-point number.',
        type: 'string',
        pattern: '^\\d+\\.\\d{2}$',
        example: '125000.00'
      },
      Timestamp: {
        description: 'RFC 3339 in UTC, with up to six decimals.',
        type: 'string',
        format: 'date-time',
        pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z$',
        example: '2026-07-03T02:10:11.482913Z'
      },
      Signature: {
        description: 'Lower-case hexadecimal HMAC-SHA256, keyed with a secret key of the merchant.',
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
        example: '9be8de0d607bed30552c1a0c91f19f6292e9ec3b3fa8c5763374c99722fe50e6'
      },
      BatchStatus: {
        description: '- `draft`: its items are being validated\n- `need_approval`: waits for an approval (or, under `force_disburse`, for balance)\n- `approved`: is being paid\n- `rejected`: will never be paid\n- `success`: every item was paid\n- `partially_success`: some items were paid, others not\n- `failed`: no item was paid\n\nThe last four are final. Durianpay\'s dashboard knows `need_revision` too, which this server doesn\'t use.\n',
        type: 'string',
        enum: ['draft', 'need_approval', 'approved', 'rejected', 'success', 'partially_success', 'failed']
      },
      ItemStatus: {
        description: '- `need_validation`: the bank is being asked who owns the account\n- `valid`: can be paid\n- `invalid`: can\'t be paid, see `invalid_fields`; final\n- `processing`: approved, and no final word from the bank yet\n- `done`: paid; final\n- `failed`: not paid, see `failure_reason`; final\n',
        type: 'string',
        enum: ['need_validation', 'valid', 'invalid', 'processing', 'done', 'failed']
      },
      EventType: {
        description: 'The name of an event. The last four are Arus only.',
        type: 'string',
        enum: [
          'disbursement.validation_completed',
          'disbursement.completed',
          'account_validation.completed',
          'disbursement.approval_blocked',
          'disbursement.settling',
          'disbursement.item_corrected',
          'disbursement.case_opened'
        ]
      },
      CaseStatus: { description: 'Whether a case waits for a person.', type: 'string', enum: ['open', 'settled'] },
      CaseKind: {
        description: '- `unresolved`: no clear word from the bank for long, or its word that it knows nothing of the payment\n- `contradiction`: the bank\'s answers don\'t agree with each other\n- `unrecordable`: an answer of the bank could not be recorded\n- `paid_after_failed`: a failed item was paid after all\n- `reversed_after_done`: a payment that was done came back\n- `missing_here`: a statement has a payment, or money of it that came back, that this server doesn\'t know\n- `missing_there`: an item is done, and no statement of that time has it\n- `amount_differs`: a statement has the payment with another amount\n- `paid_twice`: a statement has a second payment of the item\n',
        type: 'string',
        enum: [
          'unresolved',
          'contradiction',
          'unrecordable',
          'paid_after_failed',
          'reversed_after_done',
          'missing_here',
          'missing_there',
          'amount_differs',
          'paid_twice'
        ]
      },
      CaseResolution: {
        description: '- `paid`: the bank has paid it\n- `not_paid`: the bank has not paid it, and will not\n- `came_back`: statements have two payments of the item, and one of them coming back: what is left is one\n- `acknowledged`: a person has seen to it\n',
        type: 'string',
        enum: ['paid', 'not_paid', 'came_back', 'acknowledged']
      },
      ErrorCode: {
        description: '- `DPAY_INVALID_REQUEST` (400): something in the request is wrong\n- `DPAY_UNAUTHORIZED_ACCESS` (401): the key is missing, unknown or revoked\n- `DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY` (403): a batch with this `idempotency_key` exists\n- `INVALID_DISBURSEMENT_STATUS` (403): the status of the batch, item or case does not allow this\n- `INSUFFICIENT_BALANCE` (403), Arus only: the balance does not cover the batch and its fees\n- `TEST_MODE_ONLY` (403), Arus only: a live key can\'t do this\n- `SCOPE_READ_REQUIRED`, `SCOPE_SUBMIT_REQUIRED`, `SCOPE_APPROVE_REQUIRED`, `SCOPE_MANAGE_REQUIRED` (403), Arus\n  only: the key lacks the scope that this needs\n- `KEY_LIMIT_EXCEEDED` (403), Arus only: the batch goes beyond what the key may submit or approve, in a batch or in\n  a day\n- `ADDRESS_NOT_ALLOWED` (403), Arus only: the key may not be used from this address\n- `CROSS_SITE_REQUEST` (403), Arus only: a browser sent this for a page of another site\n- `DPAY_NOT_FOUND` (404): no such thing\n- `REQUEST_ALREADY_SUBMITTED` (409), Arus only: a request with this request key is being worked on\n- `IDEMPOTENCY_KEY_REUSED` (409), Arus only: the request key was used for another request\n- `REQUEST_BODY_TOO_LARGE` (413), Arus only\n- `RATE_LIMITED` (429), Arus only: too many requests, or too many wrong keys\n- `DPAY_INTERNAL_ERROR` (500): the server failed\n- `RAIL_NOT_CONFIGURED` (503), Arus only: the server can\'t pay live money\n- `SERVER_BUSY` (503), Arus only: too much to do at the moment\n- `DATABASE_QUARANTINED` (503), Arus only: the server\'s database was restored, and what was paid since the dump is not\n  known yet\n',
        type: 'string',
        enum: [
          'DPAY_INVALID_REQUEST',
          'DPAY_UNAUTHORIZED_ACCESS',
          'DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY',
          'INVALID_DISBURSEMENT_STATUS',
          'INSUFFICIENT_BALANCE',
          'TEST_MODE_ONLY',
          'SCOPE_READ_REQUIRED',
          'SCOPE_SUBMIT_REQUIRED',
          'SCOPE_APPROVE_REQUIRED',
          'SCOPE_MANAGE_REQUIRED',
          'KEY_LIMIT_EXCEEDED',
          'ADDRESS_NOT_ALLOWED',
          'CROSS_SITE_REQUEST',
          'DPAY_NOT_FOUND',
          'REQUEST_ALREADY_SUBMITTED',
          'IDEMPOTENCY_KEY_REUSED',
          'REQUEST_BODY_TOO_LARGE',
          'RATE_LIMITED',
          'DPAY_INTERNAL_ERROR',
          'RAIL_NOT_CONFIGURED',
          'SERVER_BUSY',
          'DATABASE_QUARANTINED'
        ]
      },
      ErrorBody: {
        description: 'The body of every answer that is not a 2xx.',
        type: 'object',
        required: ['error', 'error_code', 'message', 'request_id'],
        properties: {
          error: { description: 'What went wrong, for a person to read.', type: 'string' },
          error_code: { description: 'What went wrong, for a program to read.', $ref: '#/components/schemas/ErrorCode' },
          message: { description: 'The same as `error`; some clients read this one.', type: 'string' },
          request_id: {
            description: 'Names this request in the server\'s log (`dp_…`). Give it when you ask for help.',
            type: 'string',
            example: 'dp_Rt5nW2xYzQ8061'
          },
          errors: {
            description: 'Where fields of the request are at fault; the first hundred of them. Left out otherwise.',
            type: 'array',
            items: { $ref: '#/components/schemas/FieldError' }
          }
        }
      },
      FieldError: {
        description: 'What is wrong with one field of a request.',
        type: 'object',
        required: ['field', 'message'],
        properties: {
          field: { description: 'The field\'s path.', type: 'string', example: 'items[3].amount' },
          message: {
            description: 'What is wrong with it.',
            type: 'string',
            example: 'must be a positive amount with at most two decimals'
          }
        }
      },
      SubmitDisbursementRequest: {
        description: 'A batch of payments.',
        type: 'object',
        required: ['items'],
        properties: {
          name: {
            description: 'What people call the batch.',
            type: 'string',
            maxLength: 255,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'July payroll'
          },
          description: {
            description: 'What it is for.',
            type: 'string',
            maxLength: 1000,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'Salaries of the Bandung office'
          },
          items: {
            description: 'The payments, at least one. How many at most is a setting of the server, 50,000 by default.',
            type: 'array',
            minItems: 1,
            items: { $ref: '#/components/schemas/DisbursementItemInput' }
          }
        }
      },
      DisbursementItemInput: {
        description: 'One payment to one account.',
        type: 'object',
        required: ['account_owner_name', 'bank_code', 'amount', 'account_number'],
        properties: {
          account_owner_name: {
            description: 'Who you believe owns the account; not only spaces. The name that the bank states comes back as `real_name`.',
            type: 'string',
            minLength: 1,
            maxLength: 255,
            pattern: '^[^\\u0000\\ud800-\\udfff]+$',
            example: 'Siti Rahmawati'
          },
          bank_code: {
            description: 'A code from `GET /v1/disbursements/banks`; upper and lower case are the same. An unknown one makes the item invalid.',
            type: 'string',
            minLength: 1,
            maxLength: 64,
            pattern: '^[^\\u0000\\ud800-\\udfff]+$',
            example: 'bca'
          },
          amount: {
            description: 'What to pay, in rupiah. The smallest and the largest amount are settings of the server: 10,000 and 1,000,000,000 by default.',
            type: 'string',
            maxLength: 18,
            pattern: '^\\d{1,15}(\\.\\d{1,2})?$',
            example: '4750000'
          },
          account_number: {
            description: 'The account\'s digits, leading zeros kept. For an e-wallet, the phone number it belongs to.',
            type: 'string',
            minLength: 1,
            maxLength: 34,
            pattern: '^\\d+$',
            example: '0071234568'
          },
          email_recipient: {
            description: 'The payee\'s e-mail address, kept as given.',
            type: 'string',
            maxLength: 320,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'siti@contoh.example'
          },
          phone_number: {
            description: 'The payee\'s phone number, kept as given.',
            type: 'string',
            maxLength: 32,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: '81200001234'
          },
          notes: {
            description: 'A note on this payment.',
            type: 'string',
            maxLength: 500,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'Salary July'
          },
          sender_information: { $ref: '#/components/schemas/SenderInformation' }
        }
      },
      SenderInformation: {
        description: 'On whose behalf you pay, where that is not yourself. Durianpay\'s page on it is not public: the fields are those of its newer API, and others are kept as given.',
        type: 'object',
        maxProperties: 32,
        additionalProperties: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
        propertyNames: { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9_]+$' },
        properties: {
          name: {
            description: 'The sender\'s name.',
            type: 'string',
            minLength: 2,
            maxLength: 50,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'PT Contoh Sejahtera'
          },
          country: { description: 'ISO 3166-1 alpha-2.', type: 'string', pattern: '^[A-Z]{2}$', example: 'ID' },
          sender_account: { $ref: '#/components/schemas/SenderAccount' },
          sender_identity: { $ref: '#/components/schemas/SenderIdentity' },
          job: {
            description: 'What the sender does.',
            type: 'string',
            enum: [
              'company',
              'entrepreneur',
              'private_employee',
              'government_employee',
              'foundation_employee',
              'housewife',
              'others'
            ]
          },
          date_of_birth: {
            description: 'YYYY-MM-DD.',
            type: 'string',
            pattern: '^\\d{4}-\\d{2}-\\d{2}$',
            example: '1990-04-21'
          },
          place_of_birth: {
            description: 'The town.',
            type: 'string',
            maxLength: 255,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'Surabaya'
          },
          address: {
            description: 'In full.',
            type: 'string',
            maxLength: 255,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'Jl. Merdeka 12, Bandung'
          }
        }
      },
      SenderAccount: {
        description: 'The account that the money comes from.',
        type: 'object',
        maxProperties: 32,
        additionalProperties: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
        propertyNames: { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9_]+$' },
        properties: {
          bank_identifier: {
            description: 'The bank\'s code.',
            type: 'string',
            maxLength: 64,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'bca'
          },
          account_number: {
            description: 'The account\'s number.',
            type: 'string',
            maxLength: 34,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: '0079876540'
          }
        }
      },
      SenderIdentity: {
        description: 'The document that says who the sender is.',
        type: 'object',
        maxProperties: 32,
        additionalProperties: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
        propertyNames: { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9_]+$' },
        properties: {
          identity_type: {
            description: 'The kind of document.',
            type: 'string',
            enum: ['company_id', 'national_id', 'passport']
          },
          identity_number: {
            description: 'Its number.',
            type: 'string',
            maxLength: 64,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: '3273012104900003'
          }
        }
      },
      RejectDisbursementRequest: {
        description: 'Why a batch is rejected.',
        type: 'object',
        required: ['reason'],
        properties: {
          reason: {
            description: 'For those who submitted the batch.',
            type: 'string',
            minLength: 1,
            maxLength: 500,
            pattern: '^[^\\u0000\\ud800-\\udfff]+$',
            example: 'Two people left in June'
          }
        }
      },
      GetDisbursementByKeyRequest: {
        description: 'Which batch. At least one of the two; with both, the id decides. An empty one counts as left out.',
        type: 'object',
        anyOf: [
          {
            required: ['disbursement_batch_id'],
            properties: { disbursement_batch_id: { type: 'string', minLength: 1 } }
          },
          { required: ['idempotency_key'], properties: { idempotency_key: { type: 'string', minLength: 1 } } }
        ],
        properties: {
          disbursement_batch_id: {
            description: 'The batch\'s id (`dis_…`).',
            type: 'string',
            maxLength: 64,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'dis_Ab12Cd34Ef0001'
          },
          idempotency_key: {
            description: 'The batch\'s key, as sent in the `idempotency_key` header of its submit.',
            type: 'string',
            maxLength: 255,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'payroll-2026-07'
          }
        }
      },
      DisbursementSummary: {
        description: 'A batch, as submit, approve and reject give it.',
        type: 'object',
        required: [
          'id',
          'idempotency_key',
          'name',
          'type',
          'status',
          'total_amount',
          'total_disbursements',
          'description'
        ],
        properties: {
          id: { description: 'The batch\'s id.', type: 'string', example: 'dis_Ab12Cd34Ef0001' },
          idempotency_key: {
            description: 'The batch\'s key. Empty where none was sent.',
            type: 'string',
            example: 'payroll-2026-07'
          },
          name: { description: 'As submitted. Empty where none was.', type: 'string', example: 'July payroll' },
          type: { description: 'Always this.', type: 'string', const: 'batch' },
          status: { description: 'Where the batch stands.', $ref: '#/components/schemas/BatchStatus' },
          total_amount: {
            description: 'The sum of all items as submitted. It never changes.',
            $ref: '#/components/schemas/Amount'
          },
          total_disbursements: {
            description: 'The number of all items as submitted. It never changes. One client in use holds it in 16 bits, and can\'t read batches above 65,535 items.',
            type: 'integer',
            minimum: 1,
            example: 2
          },
          description: {
            description: 'As submitted. Empty where none was.',
            type: 'string',
            example: 'Salaries of the Bandung office'
          }
        }
      },
      Disbursement: {
        description: 'A batch, as lists give it.',
        allOf: [
          { $ref: '#/components/schemas/DisbursementSummary' },
          {
            type: 'object',
            required: [
              'submission_id',
              'approver',
              'maker',
              'fees',
              'created_from',
              'created_at',
              'updated_by',
              'updated_at',
              'approved_at',
              'is_live',
              'last_sync_status_at',
              'general_notes'
            ],
            properties: {
              submission_id: { description: 'Not used by this server.', type: ['string', 'null'] },
              approver: {
                description: 'Who approved the batch; the id of an API key, or the server itself under `force_disburse`. Null until then.',
                type: ['string', 'null']
              },
              maker: { description: 'Not used by this server.', type: ['string', 'null'] },
              fees: {
                description: 'Fees of the items, in whole rupiah; fixed on approval, and charged only for items that are paid.',
                type: 'integer',
                minimum: 0,
                example: 6000
              },
              created_from: { description: 'How the batch came in.', type: 'string', example: 'api' },
              created_at: { description: 'When it was submitted.', $ref: '#/components/schemas/Timestamp' },
              updated_by: { description: 'Not used by this server.', type: 'string', example: '' },
              updated_at: { description: 'When it last changed.', $ref: '#/components/schemas/Timestamp' },
              approved_at: {
                description: 'When it was approved; `0001-01-01T00:00:00Z` until then.',
                $ref: '#/components/schemas/Timestamp'
              },
              is_live: { description: 'Whether it is about real money.', type: 'boolean', example: false },
              last_sync_status_at: {
                description: 'Not used by this server.',
                anyOf: [{ $ref: '#/components/schemas/Timestamp' }, { type: 'null' }]
              },
              general_notes: {
                description: 'Why the batch was rejected, where it was. Empty otherwise.',
                type: 'string',
                example: ''
              }
            }
          }
        ]
      },
      DisbursementDetails: {
        description: 'A batch, fetched alone.',
        allOf: [
          { $ref: '#/components/schemas/Disbursement' },
          {
            type: 'object',
            required: ['item_counts'],
            properties: {
              signature: {
                description: 'HMAC over `id|total_amount`, keyed with the secret key that asks. Left out until the status is `success`, `partially_success` or `failed`.',
                $ref: '#/components/schemas/Signature'
              },
              item_counts: { $ref: '#/components/schemas/ItemCounts' }
            }
          }
        ]
      },
      ItemCounts: {
        description: 'Arus only. How many items of the batch have each status now.',
        type: 'object',
        required: ['need_validation', 'valid', 'invalid', 'processing', 'done', 'failed'],
        properties: {
          need_validation: { description: 'Being validated.', type: 'integer', minimum: 0 },
          valid: { description: 'Can be paid.', type: 'integer', minimum: 0 },
          invalid: { description: 'Can\'t be paid.', type: 'integer', minimum: 0 },
          processing: { description: 'On their way.', type: 'integer', minimum: 0 },
          done: { description: 'Paid.', type: 'integer', minimum: 0 },
          failed: { description: 'Not paid.', type: 'integer', minimum: 0 }
        }
      },
      DisbursementStatus: {
        description: 'Arus only. A batch\'s status, and the proof of who says so.',
        type: 'object',
        required: ['status', 'is_completed', 'signature'],
        properties: {
          status: { description: 'Where the batch stands.', $ref: '#/components/schemas/BatchStatus' },
          is_completed: {
            description: 'Whether the status is `success`, `partially_success` or `failed`.',
            type: 'boolean'
          },
          signature: {
            description: 'HMAC over `id|total_amount`, keyed with the secret key that asks. Empty until the batch is completed.',
            type: 'string',
            pattern: '^([0-9a-f]{64})?$'
          }
        }
      },
      DisbursementList: {
        description: 'One page of batches.',
        type: 'object',
        required: ['disbursements', 'count'],
        properties: {
          disbursements: {
            description: 'Newest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/Disbursement' }
          },
          count: { description: 'How many there are on all pages.', type: 'integer', minimum: 0 }
        }
      },
      DisbursementItem: {
        description: 'One payment of a batch.',
        type: 'object',
        required: [
          'id',
          'disbursement_batch_id',
          'account_owner_name',
          'real_name',
          'bank_code',
          'amount',
          'account_number',
          'email_recipient',
          'phone_number',
          'status',
          'notes',
          'is_deleted',
          'created_at',
          'updated_at',
          'approver_notes',
          'created_by',
          'updated_by',
          'allow_retrigger',
          'split_id',
          'receipt',
          'fee',
          'disbursement_status_set_at',
          'last_sync_status_at',
          'failure_reason'
        ],
        properties: {
          id: {
            description: 'The item\'s id. The bank is told it as the payment\'s reference.',
            type: 'string',
            example: 'dis_item_Zz98Yy76Xx0002'
          },
          disbursement_batch_id: { description: 'The batch\'s id.', type: 'string', example: 'dis_Ab12Cd34Ef0001' },
          account_owner_name: { description: 'As submitted.', type: 'string', example: 'Siti Rahmawati' },
          real_name: {
            description: 'The owner\'s name as the bank states it. Empty until it has.',
            type: 'string',
            example: 'SITI RAHMAWATI'
          },
          bank_code: { description: 'The bank or e-wallet.', type: 'string', example: 'bca' },
          amount: { description: 'What is paid.', $ref: '#/components/schemas/Amount' },
          account_number: { description: 'The account.', type: 'string', example: '0071234568' },
          email_recipient: {
            description: 'As submitted. Empty where none was.',
            type: 'string',
            example: 'siti@contoh.example'
          },
          phone_number: { description: 'As submitted. Empty where none was.', type: 'string', example: '81200001234' },
          invalid_fields: {
            description: 'What made the item invalid. Left out of items that are not.',
            type: 'array',
            items: { $ref: '#/components/schemas/InvalidField' }
          },
          status: { description: 'Where the item stands.', $ref: '#/components/schemas/ItemStatus' },
          notes: { description: 'As submitted. Empty where none was.', type: 'string', example: 'Salary July' },
          is_deleted: {
            description: 'Always false; the items of a deleted batch are not shown.',
            type: 'boolean',
            example: false
          },
          created_at: { description: 'When it was submitted.', $ref: '#/components/schemas/Timestamp' },
          updated_at: { description: 'When it last changed.', $ref: '#/components/schemas/Timestamp' },
          approver_notes: { description: 'Not used by this server.', type: 'string', example: '' },
          created_by: { description: 'Not used by this server.', type: ['string', 'null'] },
          updated_by: { description: 'Not used by this server.', type: ['string', 'null'] },
          allow_retrigger: {
            description: 'Always false; a failed payment is made again only as an item of another batch.',
            type: 'boolean',
            example: false
          },
          split_id: { description: 'Not used by this server.', type: 'string', example: '' },
          receipt: {
            description: 'The bank\'s own reference of the payment. Empty until it is paid.',
            type: 'string',
            example: ''
          },
          fee: {
            description: 'The item\'s fee as a decimal string. Empty until the batch is approved, and for invalid items.',
            type: 'string',
            pattern: '^(\\d+\\.\\d{2})?$',
            example: '3000.00'
          },
          disbursement_status_set_at: {
            description: 'When the item became final. Null until then.',
            anyOf: [{ $ref: '#/components/schemas/Timestamp' }, { type: 'null' }]
          },
          last_sync_status_at: {
            description: 'Not used by this server.',
            anyOf: [{ $ref: '#/components/schemas/Timestamp' }, { type: 'null' }]
          },
          failure_reason: { description: 'Why the payment failed. Empty unless it did.', type: 'string', example: '' },
          corrected_from: {
            description: 'Arus only. What the item\'s final status was before the bank changed its word. Left out of items that were never corrected.',
            type: 'string',
            enum: ['done', 'failed']
          }
        }
      },
      InvalidField: {
        description: 'What made an item invalid.',
        type: 'object',
        required: ['key', 'message'],
        properties: {
          key: { description: 'The field of the item.', type: 'string', example: 'account_number' },
          message: { description: 'What is wrong with it.', type: 'string', example: 'Invalid BankCode/AccountNumber' },
          metadata: { description: 'Empty.', type: 'object', additionalProperties: true }
        }
      },
      DisbursementItemList: {
        description: 'One page of a batch\'s items.',
        type: 'object',
        required: ['submission_status', 'disbursement_batch_items', 'count', 'next_cursor'],
        properties: {
          submission_status: {
            description: 'A batch is submitted whole, so this is always `completed`.',
            type: 'string',
            example: 'completed'
          },
          disbursement_batch_items: {
            description: 'In the order in which they were submitted.',
            type: 'array',
            items: { $ref: '#/components/schemas/DisbursementItem' }
          },
          count: { description: 'How many there are on all pages.', type: 'integer', minimum: 0 },
          next_cursor: {
            description: 'Arus only. The `cursor` of the next page. Null on the last.',
            type: ['string', 'null']
          }
        }
      },
      ValidateAccountRequest: {
        description: 'Which account.',
        type: 'object',
        required: ['account_number', 'bank_code'],
        properties: {
          account_number: {
            description: 'The account\'s digits, leading zeros kept. For an e-wallet, the phone number it belongs to.',
            type: 'string',
            minLength: 1,
            maxLength: 34,
            pattern: '^\\d+$',
            example: '0071234568'
          },
          bank_code: {
            description: 'A code from `GET /v1/disbursements/banks`; upper and lower case are the same.',
            type: 'string',
            minLength: 1,
            maxLength: 64,
            pattern: '^[^\\u0000\\ud800-\\udfff]+$',
            example: 'bca'
          }
        }
      },
      AccountValidation: {
        description: 'What is known about an account.',
        type: 'object',
        required: ['account_number', 'bank_code', 'account_holder', 'status'],
        properties: {
          account_number: { description: 'The account.', type: 'string', example: '0071234568' },
          bank_code: { description: 'The bank or e-wallet.', type: 'string', example: 'bca' },
          account_holder: {
            description: 'The owner\'s name as the bank states it; e-wallets mask it. Empty until it has, and where the account is invalid.',
            type: 'string',
            example: 'SITI RAHMAWATI'
          },
          status: {
            description: '`processing` until the bank has answered.',
            type: 'string',
            enum: ['processing', 'valid', 'invalid']
          }
        }
      },
      Bank: {
        description: 'A bank or e-wallet that items can name.',
        type: 'object',
        required: ['id', 'name', 'code', 'instruction', 'type', 'created_at', 'updated_at'],
        properties: {
          id: { description: 'What a top-up names it by.', type: 'integer', minimum: 1, example: 15 },
          name: { description: 'Its name.', type: 'string', example: 'Bank Central Asia' },
          code: { description: 'What items and validations name it by.', type: 'string', example: 'bca' },
          instruction: { description: 'Empty.', type: 'object', additionalProperties: true },
          type: { description: 'Always this.', type: 'string', const: 'disbursement' },
          created_at: { description: 'When it was added.', $ref: '#/components/schemas/Timestamp' },
          updated_at: { description: 'When it last changed.', $ref: '#/components/schemas/Timestamp' }
        }
      },
      CreateTopupRequest: {
        description: 'How much, and from which bank.',
        type: 'object',
        required: ['bank_id', 'amount'],
        properties: {
          bank_id: {
            description: 'The id of the bank you transfer from, from `GET /v1/disbursements/banks`.',
            type: 'integer',
            minimum: 1,
            maximum: 2147483647,
            example: 14
          },
          amount: {
            description: 'How much, in rupiah, with at most two decimals. At most 1,000,000,000,000.',
            $ref: '#/components/schemas/AmountInput'
          }
        }
      },
      TopupStatus: {
        description: '`processing` until the transfer has come in, `completed` from then on. `expired` when it has not come in before\n`expiry_date`; money that comes in later still completes it. The ending states are ours: the protocol shows only\n`processing`.',
        type: 'string',
        enum: ['processing', 'completed', 'expired']
      },
      TopupInstruction: {
        description: 'What to transfer, and where to.',
        type: 'object',
        required: ['id', 'sender_bank', 'merchant_name', 'total_amount', 'status', 'expiry_date', 'transfer_to'],
        properties: {
          id: { description: 'The top-up\'s id.', type: 'string', example: 'topup_Mn45Bv67Cx0003' },
          sender_bank: { description: 'The code of the bank you transfer from.', type: 'string', example: 'bni' },
          merchant_name: { description: 'Your name, or empty.', type: 'string', example: '' },
          total_amount: {
            description: 'What to transfer, to the rupiah; the amount asked for plus the unique code.',
            $ref: '#/components/schemas/Amount'
          },
          status: { description: 'Whether the transfer has come in.', $ref: '#/components/schemas/TopupStatus' },
          expiry_date: { description: 'Transfer before this time.', $ref: '#/components/schemas/Timestamp' },
          transfer_to: { $ref: '#/components/schemas/TopupDestination' }
        }
      },
      TopupDestination: {
        description: 'The account to transfer to.',
        type: 'object',
        required: [
          'bank_code',
          'bank_name',
          'atm_bersama_code',
          'bank_account_number',
          'account_holder_name',
          'bank_holder_name',
          'unique_code'
        ],
        properties: {
          bank_code: { description: 'The bank\'s code.', type: 'string', example: 'bni' },
          bank_name: { description: 'The bank\'s name.', type: 'string', example: 'BNI (Bank Negara Indonesia)' },
          atm_bersama_code: {
            description: 'The bank\'s number at cash machines. Empty where it has none.',
            type: 'string',
            example: '009'
          },
          bank_account_number: { description: 'The account\'s number.', type: 'string', example: '8810000042' },
          account_holder_name: { description: 'Who owns the account.', type: 'string', example: 'ARUS TEST' },
          bank_holder_name: {
            description: 'The same as `account_holder_name`; newer clients read this one.',
            type: 'string',
            example: 'ARUS TEST'
          },
          unique_code: {
            description: 'What was added to the amount, in whole rupiah, to tell your transfer apart.',
            type: 'integer',
            minimum: 1,
            maximum: 999,
            example: 123
          }
        }
      },
      Topup: {
        description: 'A top-up, fetched alone.',
        type: 'object',
        required: [
          'id',
          'total_amount',
          'unique_code',
          'expiry_date',
          'bank_account_number',
          'bank_name',
          'bank_holder_name',
          'status',
          'bank_code',
          'actual_amount'
        ],
        properties: {
          id: { description: 'Arus only. The top-up\'s id.', type: 'string', example: 'topup_Mn45Bv67Cx0003' },
          total_amount: { description: 'What to transfer, to the rupiah.', $ref: '#/components/schemas/Amount' },
          unique_code: {
            description: 'The part of it that tells your transfer apart, in whole rupiah.',
            type: 'integer',
            minimum: 1,
            maximum: 999,
            example: 123
          },
          expiry_date: { description: 'Transfer before this time.', $ref: '#/components/schemas/Timestamp' },
          bank_account_number: { description: 'The account to transfer to.', type: 'string', example: '8810000042' },
          bank_name: { description: 'Its bank.', type: 'string', example: 'BNI (Bank Negara Indonesia)' },
          bank_holder_name: { description: 'Who owns it.', type: 'string', example: 'ARUS TEST' },
          status: { description: 'Whether the transfer has come in.', $ref: '#/components/schemas/TopupStatus' },
          bank_code: { description: 'Its bank\'s code.', type: 'string', example: 'bni' },
          actual_amount: {
            description: 'What came in, as a decimal string. Empty until it has.',
            type: 'string',
            pattern: '^(\\d+\\.\\d{2})?$',
            example: ''
          }
        }
      },
      Balance: {
        description: 'What can be spent now.',
        type: 'object',
        required: ['merchant_id', 'balance', 'balance_amount', 'on_hold_amount'],
        properties: {
          merchant_id: {
            description: 'Arus only. Whose balance it is, so that a client that has only a key can say whose money it moves.',
            type: 'string',
            example: 'mer_Po87Lk65Jh0005'
          },
          balance: { description: 'In whole rupiah, rounded down.', type: 'integer', minimum: 0, example: 10000000000 },
          balance_amount: { description: 'Arus only. The same, to the sen.', $ref: '#/components/schemas/Amount' },
          on_hold_amount: {
            description: 'Arus only. What approved batches hold for items that are not final yet, fees included.',
            $ref: '#/components/schemas/Amount'
          }
        }
      },
      CreateWebhookEndpointRequest: {
        description: 'Where to send events.',
        type: 'object',
        required: ['url'],
        properties: {
          url: {
            description: 'An https address, in test mode also http, that is public or that the server\'s operator has opened; with no user name, password or fragment.',
            type: 'string',
            minLength: 1,
            maxLength: 2048,
            pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s\\u0000\\ud800-\\udfff]+$',
            example: 'https://toko.example/arus/webhook'
          },
          events: {
            description: 'Only these. Every event where left out, or null.',
            type: ['array', 'null'],
            minItems: 1,
            items: { $ref: '#/components/schemas/EventType' }
          }
        }
      },
      WebhookEndpoint: {
        description: 'A webhook endpoint.',
        type: 'object',
        required: ['id', 'url', 'events', 'is_live', 'created_at'],
        properties: {
          id: { description: 'The endpoint\'s id.', type: 'string', example: 'whe_Hj28Df91Ks0004' },
          url: {
            description: 'Where events are sent.',
            type: 'string',
            example: 'https://toko.example/arus/webhook'
          },
          events: {
            description: 'Only these. Null is every event.',
            type: ['array', 'null'],
            items: { $ref: '#/components/schemas/EventType' }
          },
          is_live: {
            description: 'Whether it gets live events or those of test mode.',
            type: 'boolean',
            example: false
          },
          created_at: { description: 'When it was added.', $ref: '#/components/schemas/Timestamp' }
        }
      },
      WebhookEndpointWithSecret: {
        description: 'A webhook endpoint and its secret, which is shown this once.',
        allOf: [
          { $ref: '#/components/schemas/WebhookEndpoint' },
          {
            type: 'object',
            required: ['secret'],
            properties: {
              secret: {
                description: 'Signs the `webhook-signature` header (Standard Webhooks). Store it; it can\'t be fetched later.',
                type: 'string',
                pattern: '^whsec_[A-Za-z0-9+/]+=*$',
                example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
              }
            }
          }
        ]
      },
      WebhookEndpointList: {
        description: 'One page of webhook endpoints.',
        type: 'object',
        required: ['webhook_endpoints', 'count'],
        properties: {
          webhook_endpoints: {
            description: 'Newest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/WebhookEndpoint' }
          },
          count: { description: 'How many there are on all pages.', type: 'integer', minimum: 0 }
        }
      },
      ValidationCompletedTotals: {
        description: 'A batch whose items are all validated, without the items.',
        type: 'object',
        required: [
          'id',
          'name',
          'description',
          'type',
          'merchant_id',
          'is_live',
          'created_at',
          'amount',
          'total_items',
          'total_valid_items',
          'total_invalid_items',
          'total_valid_amount',
          'total_invalid_amount',
          'signature'
        ],
        properties: {
          id: { description: 'The batch\'s id.', type: 'string', example: 'dis_Ab12Cd34Ef0001' },
          name: { description: 'As submitted.', type: 'string', example: 'July payroll' },
          description: { description: 'As submitted.', type: 'string', example: 'Salaries of the Bandung office' },
          type: { description: 'Always this.', type: 'string', const: 'batch' },
          merchant_id: { description: 'Whose batch it is.', type: 'string', example: 'mer_Po87Lk65Jh0005' },
          is_live: { description: 'Whether it is about real money.', type: 'boolean', example: false },
          created_at: { description: 'When the batch was submitted.', $ref: '#/components/schemas/Timestamp' },
          amount: { description: 'The sum of all items as submitted.', $ref: '#/components/schemas/Amount' },
          total_items: { description: 'How many items there are.', type: 'integer', minimum: 0 },
          total_valid_items: { description: 'How many of them are valid.', type: 'integer', minimum: 0 },
          total_invalid_items: { description: 'How many of them are invalid.', type: 'integer', minimum: 0 },
          total_valid_amount: { description: 'The sum of the valid ones.', $ref: '#/components/schemas/Amount' },
          total_invalid_amount: { description: 'The sum of the invalid ones.', $ref: '#/components/schemas/Amount' },
          signature: {
            description: 'HMAC over `id|amount`. It does not cover the items.',
            $ref: '#/components/schemas/Signature'
          }
        }
      },
      ValidationCompletedData: {
        description: 'A batch whose items are all validated.',
        allOf: [
          { $ref: '#/components/schemas/ValidationCompletedTotals' },
          {
            type: 'object',
            required: ['valid_disbursements', 'invalid_disbursements'],
            properties: {
              valid_disbursements: {
                description: 'The items that can be paid.',
                type: 'array',
                items: { $ref: '#/components/schemas/ValidDisbursement' }
              },
              invalid_disbursements: {
                description: 'The items that can\'t, and why.',
                type: 'array',
                items: { $ref: '#/components/schemas/InvalidDisbursement' }
              }
            }
          }
        ]
      },
      ValidDisbursement: {
        description: 'An item that can be paid.',
        type: 'object',
        required: ['id', 'account_number', 'bank_code', 'amount', 'owner_name', 'status'],
        properties: {
          id: { description: 'The item\'s id.', type: 'string', example: 'dis_item_Zz98Yy76Xx0002' },
          account_number: { description: 'The account.', type: 'string', example: '0071234568' },
          bank_code: { description: 'The bank or e-wallet.', type: 'string', example: 'bca' },
          amount: { description: 'What is to be paid.', $ref: '#/components/schemas/Amount' },
          owner_name: { description: 'The owner\'s name as submitted.', type: 'string', example: 'Siti Rahmawati' },
          status: { description: 'Always this.', type: 'string', const: 'valid' }
        }
      },
      InvalidDisbursement: {
        description: 'An item that can\'t be paid.',
        type: 'object',
        required: ['id', 'account_number', 'bank_code', 'amount', 'owner_name', 'status', 'invalid_fields'],
        properties: {
          id: { description: 'The item\'s id.', type: 'string', example: 'dis_item_Ww12Ee34Rr0006' },
          account_number: { description: 'The account.', type: 'string', example: '0071234569' },
          bank_code: { description: 'The bank or e-wallet.', type: 'string', example: 'bca' },
          amount: { description: 'What was to be paid.', $ref: '#/components/schemas/Amount' },
          owner_name: { description: 'The owner\'s name as submitted.', type: 'string', example: 'Agus Salim' },
          status: { description: 'Always this.', type: 'string', const: 'invalid' },
          invalid_fields: {
            description: 'What is wrong with it.',
            type: 'array',
            items: { $ref: '#/components/schemas/InvalidField' }
          }
        }
      },
      CompletedTotals: {
        description: 'A batch whose items are all final, without the items.',
        type: 'object',
        required: [
          'id',
          'name',
          'description',
          'type',
          'status',
          'merchant_id',
          'is_live',
          'created_at',
          'currency',
          'total_amount',
          'items_count',
          'success_item_amount',
          'success_item_count',
          'failed_item_amount',
          'failed_item_count',
          'signature'
        ],
        properties: {
          id: { description: 'The batch\'s id.', type: 'string', example: 'dis_Ab12Cd34Ef0001' },
          name: { description: 'As submitted.', type: 'string', example: 'July payroll' },
          description: { description: 'As submitted.', type: 'string', example: 'Salaries of the Bandung office' },
          type: { description: 'Always this.', type: 'string', const: 'batch' },
          status: {
            description: 'The outcome. The signature does not cover it.',
            type: 'string',
            enum: ['success', 'partially_success', 'failed']
          },
          merchant_id: { description: 'Whose batch it is.', type: 'string', example: 'mer_Po87Lk65Jh0005' },
          is_live: { description: 'Whether it is about real money.', type: 'boolean', example: false },
          created_at: { description: 'When the batch was submitted.', $ref: '#/components/schemas/Timestamp' },
          currency: { description: 'Always this.', type: 'string', const: 'IDR' },
          total_amount: {
            description: 'The sum of all items as submitted, whatever became of them.',
            $ref: '#/components/schemas/Amount'
          },
          items_count: { description: 'How many items there are.', type: 'integer', minimum: 0 },
          success_item_amount: { description: 'The sum of those that were paid.', $ref: '#/components/schemas/Amount' },
          success_item_count: { description: 'How many were paid.', type: 'integer', minimum: 0 },
          failed_item_amount: {
            description: 'The sum of those that were not paid, invalid ones included.',
            $ref: '#/components/schemas/Amount'
          },
          failed_item_count: { description: 'How many were not paid, invalid ones included.', type: 'integer', minimum: 0 },
          signature: {
            description: 'HMAC over `id|total_amount`. It covers neither the status nor the items.',
            $ref: '#/components/schemas/Signature'
          }
        }
      },
      CompletedData: {
        description: 'A batch whose items are all final.',
        allOf: [
          { $ref: '#/components/schemas/CompletedTotals' },
          {
            type: 'object',
            required: ['item_status'],
            properties: {
              item_status: {
                description: 'What became of each item.',
                type: 'array',
                items: { $ref: '#/components/schemas/CompletedItem' }
              }
            }
          }
        ]
      },
      CompletedItem: {
        description: 'What became of an item.',
        type: 'object',
        required: ['id', 'status'],
        properties: {
          id: { description: 'The item\'s id.', type: 'string', example: 'dis_item_Zz98Yy76Xx0002' },
          status: {
            description: 'Paid, never tried because it was invalid, or refused by the bank.',
            type: 'string',
            enum: ['done', 'invalid', 'failed']
          }
        }
      },
      AccountValidationCompletedData: {
        description: 'What the bank said about an account.',
        type: 'object',
        required: ['account_number', 'bank_code', 'account_holder', 'status', 'signature'],
        properties: {
          account_number: { description: 'The account.', type: 'string', example: '0071234568' },
          bank_code: { description: 'The bank or e-wallet.', type: 'string', example: 'bca' },
          account_holder: {
            description: 'The owner\'s name as the bank states it. Empty where the account is invalid.',
            type: 'string',
            example: 'SITI RAHMAWATI'
          },
          status: { description: 'The bank\'s word.', type: 'string', enum: ['valid', 'invalid'] },
          signature: {
            description: 'HMAC over `account_number|bank_code|status`. It does not cover the holder\'s name.',
            $ref: '#/components/schemas/Signature'
          }
        }
      },
      BatchEventData: {
        description: 'Arus only. What those events about a batch have in common that Durianpay doesn\'t have.',
        type: 'object',
        required: [
          'id',
          'name',
          'description',
          'type',
          'status',
          'merchant_id',
          'is_live',
          'created_at',
          'total_amount',
          'signature'
        ],
        properties: {
          id: { description: 'The batch\'s id.', type: 'string', example: 'dis_Ab12Cd34Ef0001' },
          name: { description: 'As submitted.', type: 'string', example: 'July payroll' },
          description: { description: 'As submitted.', type: 'string', example: 'Salaries of the Bandung office' },
          type: { description: 'Always this.', type: 'string', const: 'batch' },
          status: { description: 'Where the batch stands.', $ref: '#/components/schemas/BatchStatus' },
          merchant_id: { description: 'Whose batch it is.', type: 'string', example: 'mer_Po87Lk65Jh0005' },
          is_live: { description: 'Whether it is about real money.', type: 'boolean', example: false },
          created_at: { description: 'When the batch was submitted.', $ref: '#/components/schemas/Timestamp' },
          total_amount: { description: 'The sum of all items as submitted.', $ref: '#/components/schemas/Amount' },
          signature: {
            description: 'HMAC over `id|total_amount`. It covers nothing else.',
            $ref: '#/components/schemas/Signature'
          }
        }
      },
      ApprovalBlockedData: {
        description: 'Arus only. What a batch that approves itself lacks.',
        allOf: [
          { $ref: '#/components/schemas/BatchEventData' },
          {
            type: 'object',
            required: ['required_amount', 'available_amount', 'shortfall_amount'],
            properties: {
              required_amount: {
                description: 'What the batch needs, its amounts and its fees.',
                $ref: '#/components/schemas/Amount'
              },
              available_amount: { description: 'What could be spent when it was tried.', $ref: '#/components/schemas/Amount' },
              shortfall_amount: { description: 'The difference. Top up at least this.', $ref: '#/components/schemas/Amount' }
            }
          }
        ]
      },
      SettlingData: {
        description: 'Arus only. How far a batch is when only unclear items are left.',
        allOf: [
          { $ref: '#/components/schemas/BatchEventData' },
          {
            type: 'object',
            required: [
              'items_count',
              'success_item_count',
              'failed_item_count',
              'unresolved_item_count',
              'unresolved_items_by_state'
            ],
            properties: {
              items_count: { description: 'How many items there are.', type: 'integer', minimum: 0 },
              success_item_count: { description: 'How many were paid.', type: 'integer', minimum: 0 },
              failed_item_count: { description: 'How many were not paid, invalid ones included.', type: 'integer', minimum: 0 },
              unresolved_item_count: { description: 'How many have no clear outcome yet.', type: 'integer', minimum: 1 },
              unresolved_items_by_state: { $ref: '#/components/schemas/UnresolvedItems' }
            }
          }
        ]
      },
      UnresolvedItems: {
        description: 'Arus only. How many items are where on their way. To the API all of them are `processing`.',
        type: 'object',
        required: ['waiting_to_be_sent', 'being_sent', 'accepted_by_the_bank', 'no_clear_answer_from_the_bank'],
        properties: {
          waiting_to_be_sent: {
            description: 'Not sent yet, or turned away for now and to be sent again.',
            type: 'integer',
            minimum: 0
          },
          being_sent: { description: 'Being sent at that moment.', type: 'integer', minimum: 0 },
          accepted_by_the_bank: { description: 'The bank has them, and will say later what it did.', type: 'integer', minimum: 0 },
          no_clear_answer_from_the_bank: {
            description: 'The bank did not answer, or not so that it could be understood; it is asked about them.',
            type: 'integer',
            minimum: 0
          }
        }
      },
      ItemCorrectedData: {
        description: 'Arus only. What became of an item after it was final.',
        allOf: [
          { $ref: '#/components/schemas/BatchEventData' },
          {
            type: 'object',
            required: ['item'],
            properties: { item: { $ref: '#/components/schemas/CorrectedItem' } }
          }
        ]
      },
      CorrectedItem: {
        description: 'Arus only. An item whose final status changed.',
        type: 'object',
        required: ['id', 'status', 'corrected_from', 'amount'],
        properties: {
          id: { description: 'The item\'s id.', type: 'string', example: 'dis_item_Zz98Yy76Xx0002' },
          status: { description: 'What it is now.', type: 'string', enum: ['done', 'failed'] },
          corrected_from: { description: 'What it was before.', type: 'string', enum: ['done', 'failed'] },
          amount: { description: 'Its amount.', $ref: '#/components/schemas/Amount' }
        }
      },
      SettleCaseRequest: {
        description: 'What a person found out, and where.',
        type: 'object',
        required: ['resolution', 'reference', 'reason'],
        properties: {
          resolution: {
            description: 'One of the case\'s `allowed_resolutions`.',
            $ref: '#/components/schemas/CaseResolution'
          },
          reference: {
            description: 'What at the bank shows it, such as the number of a letter, a statement or a transfer. Kept.',
            type: 'string',
            minLength: 1,
            maxLength: 255,
            pattern: '^[^\\u0000\\ud800-\\udfff]+$',
            example: 'BCA-2026-0731-00418'
          },
          reason: {
            description: 'In your own words, for who reads it later. Kept.',
            type: 'string',
            minLength: 1,
            maxLength: 1000,
            pattern: '^[^\\u0000\\ud800-\\udfff]+$',
            example: 'The branch confirmed by letter that the transfer was executed on 31 July'
          }
        }
      },
      Case: {
        description: 'Something that only a person can settle.',
        type: 'object',
        required: [
          'id',
          'kind',
          'status',
          'reason',
          'disbursement_id',
          'item_id',
          'item_status',
          'amount',
          'is_live',
          'detail',
          'opened_at',
          'age_seconds',
          'next_check_at',
          'allowed_resolutions',
          'settlement'
        ],
        properties: {
          id: { description: 'The case\'s id.', type: 'string', example: 'case_Uv6Wx7Yz8A0042' },
          kind: { description: 'What the matter is.', $ref: '#/components/schemas/CaseKind' },
          status: { description: 'Whether it waits for a person.', $ref: '#/components/schemas/CaseStatus' },
          reason: { description: 'The same in a sentence, with what to do.', type: 'string' },
          disbursement_id: {
            description: 'The batch of the item. Null for a line of a statement that is about no item.',
            type: ['string', 'null'],
            example: 'dis_Ab12Cd34Ef0001'
          },
          item_id: {
            description: 'The item. Null for a line of a statement that is about no item.',
            type: ['string', 'null'],
            example: 'dis_item_Zz98Yy76Xx0002'
          },
          item_status: {
            description: 'Where the item stands now.',
            anyOf: [{ $ref: '#/components/schemas/ItemStatus' }, { type: 'null' }]
          },
          amount: {
            description: 'The item\'s amount, or that of the line that is about no item.',
            $ref: '#/components/schemas/Amount'
          },
          is_live: { description: 'Whether it is about real money.', type: 'boolean', example: false },
          detail: {
            description: 'What was known when it was opened. Its fields differ by kind, and may grow.',
            type: 'object',
            additionalProperties: true
          },
          opened_at: { description: 'Since when it waits.', $ref: '#/components/schemas/Timestamp' },
          age_seconds: { description: 'How long it has waited, or did until it was settled.', type: 'integer', minimum: 0 },
          next_check_at: {
            description: 'When the bank is asked about the item again. Null where it isn\'t.',
            anyOf: [{ $ref: '#/components/schemas/Timestamp' }, { type: 'null' }]
          },
          allowed_resolutions: {
            description: 'How it can be settled now. Empty where it is settled, or the item is being sent at this moment.',
            type: 'array',
            items: { $ref: '#/components/schemas/CaseResolution' }
          },
          settlement: {
            description: 'How it was settled. Null while it is open.',
            anyOf: [{ $ref: '#/components/schemas/CaseSettlement' }, { type: 'null' }]
          }
        }
      },
      CaseSettlement: {
        description: 'How a case was settled, and by whom.',
        type: 'object',
        required: ['resolution', 'reference', 'reason', 'settled_by', 'settled_with', 'settled_at'],
        properties: {
          resolution: {
            description: '`answered` where no person did: the bank gave its word after all.',
            type: 'string',
            enum: ['paid', 'not_paid', 'came_back', 'acknowledged', 'answered']
          },
          reference: {
            description: 'What at the bank shows it. Empty for `answered`.',
            type: 'string',
            example: 'BCA-2026-0731-00418'
          },
          reason: { description: 'In the words of who settled it. Empty for `answered`.', type: 'string' },
          settled_by: {
            description: 'The id of an API key, or `operator:` and a name. Empty for `answered`.',
            type: 'string',
            example: 'key_Mn4Bv5Cx6Z0007'
          },
          settled_with: {
            description: 'The case by whose settlement this one was closed too, with the same words. Null where it was settled itself.',
            type: ['string', 'null']
          },
          settled_at: { description: 'When.', $ref: '#/components/schemas/Timestamp' }
        }
      },
      CaseList: {
        description: 'One page of cases.',
        type: 'object',
        required: ['cases', 'count'],
        properties: {
          cases: {
            description: 'Open ones first, the oldest of them first.',
            type: 'array',
            items: { $ref: '#/components/schemas/Case' }
          },
          count: { description: 'How many there are on all pages.', type: 'integer', minimum: 0 }
        }
      },
      CaseOpenedData: {
        description: 'Arus only. A case, as it was opened.',
        type: 'object',
        required: [
          'id',
          'type',
          'kind',
          'reason',
          'disbursement_id',
          'item_id',
          'amount',
          'merchant_id',
          'is_live',
          'created_at',
          'signature'
        ],
        properties: {
          id: { description: 'The case\'s id.', type: 'string', example: 'case_Uv6Wx7Yz8A0042' },
          type: { description: 'Always this.', type: 'string', const: 'case' },
          kind: { description: 'What the matter is.', $ref: '#/components/schemas/CaseKind' },
          reason: { description: 'The same in a sentence, with what to do.', type: 'string' },
          disbursement_id: {
            description: 'The batch of the item. Empty for a line of a statement that is about no item.',
            type: 'string',
            example: 'dis_Ab12Cd34Ef0001'
          },
          item_id: {
            description: 'The item. Empty for a line of a statement that is about no item.',
            type: 'string',
            example: 'dis_item_Zz98Yy76Xx0002'
          },
          amount: {
            description: 'The item\'s amount, or that of the line that is about no item.',
            $ref: '#/components/schemas/Amount'
          },
          merchant_id: { description: 'Whose case it is.', type: 'string', example: 'mer_Po87Lk65Jh0005' },
          is_live: { description: 'Whether it is about real money.', type: 'boolean', example: false },
          created_at: { description: 'When it was opened.', $ref: '#/components/schemas/Timestamp' },
          signature: {
            description: 'HMAC over `id|amount`. It covers nothing else.',
            $ref: '#/components/schemas/Signature'
          }
        }
      },
      WebhookEnvelope: {
        description: 'What every webhook carries around its data.',
        type: 'object',
        required: ['retry_count'],
        properties: {
          retry_count: { description: '0 the first time, then one more for each try.', type: 'integer', minimum: 0 },
          created_at: {
            description: 'Arus only. When this happened. Events can come in any order: this tells which is newer. Durianpay itself doesn\'t send it.',
            $ref: '#/components/schemas/Timestamp'
          }
        }
      },
      DisbursementValidationCompletedEvent: {
        description: 'All items of a batch are validated.',
        allOf: [
          { $ref: '#/components/schemas/WebhookEnvelope' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.validation_completed' },
              data: { $ref: '#/components/schemas/ValidationCompletedData' }
            }
          }
        ]
      },
      DisbursementCompletedEvent: {
        description: 'All items of a batch are final.',
        allOf: [
          { $ref: '#/components/schemas/WebhookEnvelope' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.completed' },
              data: { $ref: '#/components/schemas/CompletedData' }
            }
          }
        ]
      },
      AccountValidationCompletedEvent: {
        description: 'The bank has said who owns an account.',
        allOf: [
          { $ref: '#/components/schemas/WebhookEnvelope' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'account_validation.completed' },
              data: { $ref: '#/components/schemas/AccountValidationCompletedData' }
            }
          }
        ]
      },
      DisbursementApprovalBlockedEvent: {
        description: 'Arus only. A batch that approves itself lacks balance.',
        allOf: [
          { $ref: '#/components/schemas/WebhookEnvelope' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.approval_blocked' },
              data: { $ref: '#/components/schemas/ApprovalBlockedData' }
            }
          }
        ]
      },
      DisbursementSettlingEvent: {
        description: 'Arus only. Only items without a clear outcome are left.',
        allOf: [
          { $ref: '#/components/schemas/WebhookEnvelope' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.settling' },
              data: { $ref: '#/components/schemas/SettlingData' }
            }
          }
        ]
      },
      DisbursementItemCorrectedEvent: {
        description: 'Arus only. The bank has changed its word about an item.',
        allOf: [
          { $ref: '#/components/schemas/WebhookEnvelope' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.item_corrected' },
              data: { $ref: '#/components/schemas/ItemCorrectedData' }
            }
          }
        ]
      },
      DisbursementCaseOpenedEvent: {
        description: 'Arus only. A person must look at something.',
        allOf: [
          { $ref: '#/components/schemas/WebhookEnvelope' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.case_opened' },
              data: { $ref: '#/components/schemas/CaseOpenedData' }
            }
          }
        ]
      },
      WebhookEvent: {
        description: 'The body of a webhook; its `event` tells which.',
        oneOf: [
          { $ref: '#/components/schemas/DisbursementValidationCompletedEvent' },
          { $ref: '#/components/schemas/DisbursementCompletedEvent' },
          { $ref: '#/components/schemas/AccountValidationCompletedEvent' },
          { $ref: '#/components/schemas/DisbursementApprovalBlockedEvent' },
          { $ref: '#/components/schemas/DisbursementSettlingEvent' },
          { $ref: '#/components/schemas/DisbursementItemCorrectedEvent' },
          { $ref: '#/components/schemas/DisbursementCaseOpenedEvent' }
        ],
        discriminator: {
          propertyName: 'event',
          mapping: {
            'disbursement.validation_completed': '#/components/schemas/DisbursementValidationCompletedEvent',
            'disbursement.completed': '#/components/schemas/DisbursementCompletedEvent',
            'account_validation.completed': '#/components/schemas/AccountValidationCompletedEvent',
            'disbursement.approval_blocked': '#/components/schemas/DisbursementApprovalBlockedEvent',
            'disbursement.settling': '#/components/schemas/DisbursementSettlingEvent',
            'disbursement.item_corrected': '#/components/schemas/DisbursementItemCorrectedEvent',
            'disbursement.case_opened': '#/components/schemas/DisbursementCaseOpenedEvent'
          }
        }
      },
      Delivery: {
        description: 'What became of an event at one endpoint.',
        type: 'object',
        required: ['endpoint_id', 'status', 'attempts', 'last_status_code', 'last_error', 'next_attempt_at'],
        properties: {
          endpoint_id: { description: 'The endpoint\'s id.', type: 'string', example: 'whe_Hj28Df91Ks0004' },
          status: {
            description: '`given_up` after the last try; it can be resent.',
            type: 'string',
            enum: ['pending', 'delivered', 'given_up']
          },
          attempts: { description: 'How often it was tried.', type: 'integer', minimum: 0 },
          last_status_code: {
            description: 'What the endpoint answered last. Null where it never answered.',
            type: ['integer', 'null']
          },
          last_error: { description: 'What went wrong last. Empty where nothing did.', type: 'string', example: '' },
          next_attempt_at: {
            description: 'When it is tried next. Null where it isn\'t.',
            anyOf: [{ $ref: '#/components/schemas/Timestamp' }, { type: 'null' }]
          }
        }
      },
      RecordedEventBase: {
        description: 'What every event of the events API has.',
        type: 'object',
        required: ['id', 'is_live', 'created_at', 'deliveries'],
        properties: {
          id: {
            description: 'The event\'s id, which webhooks carry as `webhook-id`.',
            type: 'string',
            example: 'evt_Kq3mT8vLw20417'
          },
          is_live: { description: 'Whether it is about real money.', type: 'boolean', example: false },
          created_at: { description: 'When it happened.', $ref: '#/components/schemas/Timestamp' },
          deliveries: {
            description: 'One for each endpoint that it was meant for.',
            type: 'array',
            items: { $ref: '#/components/schemas/Delivery' }
          }
        }
      },
      RecordedEventSummary: {
        description: 'An event, as lists give it.',
        allOf: [
          { $ref: '#/components/schemas/RecordedEventBase' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', $ref: '#/components/schemas/EventType' },
              data: {
                description: 'What the webhook carries, without its lists of items.',
                anyOf: [
                  { $ref: '#/components/schemas/ValidationCompletedTotals' },
                  { $ref: '#/components/schemas/CompletedTotals' },
                  { $ref: '#/components/schemas/AccountValidationCompletedData' },
                  { $ref: '#/components/schemas/ApprovalBlockedData' },
                  { $ref: '#/components/schemas/SettlingData' },
                  { $ref: '#/components/schemas/ItemCorrectedData' },
                  { $ref: '#/components/schemas/CaseOpenedData' }
                ]
              }
            }
          }
        ]
      },
      RecordedEventList: {
        description: 'One page of events.',
        type: 'object',
        required: ['events', 'count'],
        properties: {
          events: {
            description: 'Newest first.',
            type: 'array',
            items: { $ref: '#/components/schemas/RecordedEventSummary' }
          },
          count: { description: 'How many there are on all pages.', type: 'integer', minimum: 0 }
        }
      },
      RecordedValidationCompleted: {
        description: 'A recorded `disbursement.validation_completed`.',
        allOf: [
          { $ref: '#/components/schemas/RecordedEventBase' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.validation_completed' },
              data: { $ref: '#/components/schemas/ValidationCompletedData' }
            }
          }
        ]
      },
      RecordedCompleted: {
        description: 'A recorded `disbursement.completed`.',
        allOf: [
          { $ref: '#/components/schemas/RecordedEventBase' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.completed' },
              data: { $ref: '#/components/schemas/CompletedData' }
            }
          }
        ]
      },
      RecordedAccountValidationCompleted: {
        description: 'A recorded `account_validation.completed`.',
        allOf: [
          { $ref: '#/components/schemas/RecordedEventBase' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'account_validation.completed' },
              data: { $ref: '#/components/schemas/AccountValidationCompletedData' }
            }
          }
        ]
      },
      RecordedApprovalBlocked: {
        description: 'A recorded `disbursement.approval_blocked`.',
        allOf: [
          { $ref: '#/components/schemas/RecordedEventBase' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.approval_blocked' },
              data: { $ref: '#/components/schemas/ApprovalBlockedData' }
            }
          }
        ]
      },
      RecordedSettling: {
        description: 'A recorded `disbursement.settling`.',
        allOf: [
          { $ref: '#/components/schemas/RecordedEventBase' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.settling' },
              data: { $ref: '#/components/schemas/SettlingData' }
            }
          }
        ]
      },
      RecordedItemCorrected: {
        description: 'A recorded `disbursement.item_corrected`.',
        allOf: [
          { $ref: '#/components/schemas/RecordedEventBase' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.item_corrected' },
              data: { $ref: '#/components/schemas/ItemCorrectedData' }
            }
          }
        ]
      },
      RecordedCaseOpened: {
        description: 'A recorded `disbursement.case_opened`.',
        allOf: [
          { $ref: '#/components/schemas/RecordedEventBase' },
          {
            type: 'object',
            required: ['event', 'data'],
            properties: {
              event: { description: 'The event\'s name.', type: 'string', const: 'disbursement.case_opened' },
              data: { $ref: '#/components/schemas/CaseOpenedData' }
            }
          }
        ]
      },
      RecordedEvent: {
        description: 'An event, fetched alone; its `event` tells which.',
        oneOf: [
          { $ref: '#/components/schemas/RecordedValidationCompleted' },
          { $ref: '#/components/schemas/RecordedCompleted' },
          { $ref: '#/components/schemas/RecordedAccountValidationCompleted' },
          { $ref: '#/components/schemas/RecordedApprovalBlocked' },
          { $ref: '#/components/schemas/RecordedSettling' },
          { $ref: '#/components/schemas/RecordedItemCorrected' },
          { $ref: '#/components/schemas/RecordedCaseOpened' }
        ],
        discriminator: {
          propertyName: 'event',
          mapping: {
            'disbursement.validation_completed': '#/components/schemas/RecordedValidationCompleted',
            'disbursement.completed': '#/components/schemas/RecordedCompleted',
            'account_validation.completed': '#/components/schemas/RecordedAccountValidationCompleted',
            'disbursement.approval_blocked': '#/components/schemas/RecordedApprovalBlocked',
            'disbursement.settling': '#/components/schemas/RecordedSettling',
            'disbursement.item_corrected': '#/components/schemas/RecordedItemCorrected',
            'disbursement.case_opened': '#/components/schemas/RecordedCaseOpened'
          }
        }
      },
      SettleItemRequest: {
        description: 'What the simulated bank did.',
        type: 'object',
        required: ['outcome'],
        properties: {
          outcome: { description: 'Whether it paid.', type: 'string', enum: ['done', 'failed'] },
          reason: {
            description: 'Why not.',
            type: 'string',
            maxLength: 255,
            pattern: '^[^\\u0000\\ud800-\\udfff]*$',
            example: 'account closed'
          }
        }
      },
      Health: {
        description: 'How the process is.',
        type: 'object',
        required: ['status'],
        additionalProperties: true,
        properties: { status: { description: '`ok`, or what is the matter.', type: 'string', example: 'ok' } }
      }
    }
  }
}
