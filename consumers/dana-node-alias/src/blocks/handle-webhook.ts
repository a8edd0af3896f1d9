import { WebhookParser } from 'dana-node/webhook/v1'; // Adjust import path as needed

// Assuming you are in an Express.js route handler or similar framework context.
// If using Express, you might import types like this:
// import { Request, Response } from 'express';

// Example route handler for DANA webhooks.
// Replace `AnyRequestType` and `AnyResponseType` with types from your web framework (e.g., Express's Request, Response).
async function handleDanaWebhook(req: AnyRequestType, res: AnyResponseType) {
  // Retrieve the DANA public key from environment variables or a secure configuration.
  // Option 1: Public key as a string
  const danaPublicKeyString: string | undefined = process.env.DANA_PUBLIC_KEY;
  // Option 2: Path to the public key file (recommended for production)
  const danaPublicKeyPath: string | undefined = process.env.DANA_PUBLIC_KEY_PATH;

  if (!danaPublicKeyString && !danaPublicKeyPath) {
    console.error('DANA webhook public key not configured.');
    res.status(500).send('Webhook processor configuration error.'); // Or appropriate error handling
    return;
  }

  // Extract necessary data from the request object
  const httpMethod: string = req.method!; // e.g., "POST"
  const relativePathUrl: string = req.path!; // e.g., "/v1.0/debit/notify". Ensure this is the path DANA signs.

  // req.headers is typically an object like { 'header-name': 'value' }.
  // The WebhookParser expects Record<string, string>.
  // Node's IncomingHttpHeaders can have string[] for values, but X-SIGNATURE and X-TIMESTAMP
  // are expected to be single strings. Casting or careful handling might be needed.
  const headers: Record<string, string> = req.headers as Record<string, string>;

  // The body needs to be the raw JSON string.
  // If you're using a body-parsing middleware (e.g., express.json()),
  // req.body might already be a parsed JavaScript object.
  // The WebhookParser expects the raw string body that was signed.
  let requestBodyString: string;
  if (typeof req.body === 'string') {
    requestBodyString = req.body;
  } else if (req.body && typeof req.body === 'object') {
    // If req.body is an object, it means middleware parsed it.
    // We need to stringify it back to pass to the parser,
    // assuming this stringified version matches what DANA signed.
    // IMPORTANT: This assumes JSON.stringify(parsedBody) is equivalent to the raw body DANA sent.
    // For robust parsing, it's best to get the raw body *before* any JSON parsing middleware,
    // e.g., using `express.raw({ type: 'application/json' })` for specific routes.
    requestBodyString = JSON.stringify(req.body);
  } else {
    console.error('Request body is not a string or a parseable object.');
    res.status(400).send('Invalid request body format.');
    return;
  }

  // Initialize WebhookParser.
  // The constructor prioritizes publicKeyPath if both are provided.
  const parser = new WebhookParser(danaPublicKeyString, danaPublicKeyPath);

  try {
    // Verify the signature and parse the webhook payload
    const finishNotify = parser.parseWebhook(httpMethod, relativePathUrl, headers, requestBodyString);

    console.log('Webhook verified successfully:');
    console.log('Original Partner Reference No:', finishNotify.originalPartnerReferenceNo);
    // TODO: Process the finishNotify object (e.g., update order status in your database)

    res.status(200).send('Webhook received and verified.');
  } catch (error: any) { // Catching as 'any' to access error.message
    console.error('Webhook verification failed:', error.message);
    // Respond with an error status. DANA might retry if it receives an error.
    res.status(400).send(`Webhook verification failed: ${error.message}`);
  }
}

export { handleDanaWebhook };
