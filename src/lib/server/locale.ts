import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

type Locale = 'zh-CN' | 'en';

const current = new AsyncLocalStorage<Locale>();

overwriteGetLocale(() => current.getStore() ?? 'zh-CN');

/** Runs `work` with the messages `m.…()` in `locale`. */
export function runWithLocale<T>(locale: Locale, work: () => T): T {
	return current.run(locale, work);
}
