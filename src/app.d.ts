import type { Actor } from '#server/contracts/actor.ts';
import type { Context } from '#server/main/context.ts';
import type { SignedInPerson } from '#server/modules/accounts/index.ts';

declare global {
	namespace App {
		interface Locals {
			ctx: Context;
			actor: Actor;
			person: SignedInPerson | null;
			/** Token of the browser's session, to tell it from the person's others. */
			session: string | null;
			locale: 'zh-CN' | 'en';
			theme: 'auto' | 'light' | 'dark';
			/** The address people use, without a slash at the end: links in feeds, mails, canonical links. */
			origin: string;
			requestId: string;
			/** Says that this page looks the same for every visitor, and what makes it old. */
			cache: (tags: string[], seconds?: number) => void;
		}
		interface Error {
			message: string;
			/** Stable code of a refusal, e.g. items.not_found. */
			code?: string;
			/** What a person may quote when something broke. */
			requestId?: string;
		}
		interface Platform {
			/** What main/pages already read for this page. */
			loaded?: unknown;
		}
		interface PageData {
			locale: 'zh-CN' | 'en';
			theme: 'auto' | 'light' | 'dark';
			person: SignedInPerson | null;
			enhanceSrc: string;
		}
	}
}
