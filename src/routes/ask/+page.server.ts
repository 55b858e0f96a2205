import { page } from '#lib/server/page.ts';
import { loadWritePage, writeActions } from '#lib/server/write-page.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page((event: PageServerLoadEvent) => loadWritePage(event, 'question'));

export const actions = writeActions(() => 'question') satisfies Actions;
