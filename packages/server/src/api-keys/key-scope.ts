/**
 * What a key can be allowed to do:
 * - `read` looks at anything of its merchant and mode;
 * - `submit` makes batches, takes its own back, and asks whether accounts exist;
 * - `approve` decides about money: approves and rejects batches, settles what needs a person;
 * - `manage` sets up where webhooks go, tops the balance up, and (in test mode) plays the world outside.
 *
 * None includes another: who only approves can't look.
 */
export const KEY_SCOPES = ['read', 'submit', 'approve', 'manage'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]
