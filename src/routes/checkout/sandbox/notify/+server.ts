import { notify } from '#lib/server/notify.ts';
import type { RequestEvent } from './$types';

// The sandbox has pages of its own beside this address, which would hide the one for any provider.
export const POST = (event: RequestEvent): Promise<Response> => notify(event, 'sandbox');
