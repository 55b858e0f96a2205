import { existsSync, readFileSync } from 'node:fs';
import { dev } from '$app/env';

const manifest = 'build/kit/client/_stoa/manifest.json';

/** Where the page's one script is: straight from source in development, the hashed file when built. */
export const enhanceSrc: string = dev
	? '/src/lib/enhance/main.ts'
	: existsSync(manifest)
		? `/_stoa/${(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>)['src/lib/enhance/main.ts']?.file}`
		: '';
