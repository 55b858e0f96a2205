import { notify } from '#lib/server/notify.ts';
import type { RequestEvent } from './$types';

export const POST = (event: RequestEvent): Promise<Response> => notify(event, event.params.provider);
