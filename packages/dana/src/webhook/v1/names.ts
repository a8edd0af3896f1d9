// All that '@arus/dana/webhook/v1' exports by name. dana-node's names are those of the models and WebhookParser.

export * from '../../generated/webhook-functions.js'
export * from '../../generated/webhook-models.js'
export type { MemoryReplayStoreOptions } from '../../webhooks/create-memory-replay-store.js'
export { createMemoryReplayStore } from '../../webhooks/create-memory-replay-store.js'
export type {
  FastifyNotificationReply,
  FastifyNotificationRequest,
  NodeNotificationRequest,
  NodeNotificationResponse,
  NotificationHandler,
  NotificationHandlerOptions
} from '../../webhooks/create-notification-handler.js'
export { createNotificationHandler } from '../../webhooks/create-notification-handler.js'
export type { NotificationResponse } from '../../webhooks/notification-response.js'
export { notificationResponse } from '../../webhooks/notification-response.js'
export type { WebhookHeaders } from '../../webhooks/read-signature-headers.js'
export type { ReplayClaim, ReplayStore } from '../../webhooks/replay-store.js'
export type { PublicKeyInput } from '../../webhooks/to-verifier.js'
export type {
  NotificationDelivery,
  NotificationRequest,
  VerifyNotificationOptions
} from '../../webhooks/verify-notification.js'
export { verifyNotification } from '../../webhooks/verify-notification.js'
export { WebhookParser } from '../../webhooks/webhook-parser.js'
export type { WebhookVerificationCode } from '../../webhooks/webhook-verification-error.js'
export { WebhookVerificationError } from '../../webhooks/webhook-verification-error.js'
