import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { page } from '#lib/server/page.ts';
import { isWriteKind, loadWritePage, type WriteKind, writeActions } from '#lib/server/write-page.ts';
import type { Actions, PageServerLoadEvent } from './$types';

function kindOf(event: RequestEvent): WriteKind {
	const kind = event.params.form ?? '';
	if (!isWriteKind(kind)) error(404, { message: 'There is nothing of this kind to write.' });
	return kind;
}

export const load = page((event: PageServerLoadEvent) => {
	const kind = kindOf(event);
	if (kind === 'question') redirect(303, `/ask${event.url.search}`);
	return loadWritePage(event, kind);
});

export const actions = writeActions(kindOf) satisfies Actions;
