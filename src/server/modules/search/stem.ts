// The "English" stemmer of the Snowball project (Porter2, https://snowballstem.org/algorithms/english/stemmer.html),
// in TypeScript because the same stems are needed where no database is at hand: when a query is read, when an
// index row is built in bulk, and when matches are marked in a text.

const irregular = new Map(
	Object.entries({
		skis: 'ski',
		skies: 'sky',
		dying: 'die',
		lying: 'lie',
		tying: 'tie',
		idly: 'idl',
		gently: 'gentl',
		ugly: 'ugli',
		early: 'earli',
		only: 'onli',
		singly: 'singl',
		sky: 'sky',
		news: 'news',
		howe: 'howe',
		atlas: 'atlas',
		cosmos: 'cosmos',
		bias: 'bias',
		andes: 'andes',
	}),
);
const doneAfterPlural = new Set([
	'inning',
	'outing',
	'canning',
	'herring',
	'earring',
	'proceed',
	'exceed',
	'succeed',
]);

// Longest suffix first: the first that fits decides, even when its condition then fails.
const secondSuffixes: [suffix: string, replacement: string][] = [
	['ational', 'ate'],
	['fulness', 'ful'],
	['iveness', 'ive'],
	['ization', 'ize'],
	['ousness', 'ous'],
	['biliti', 'ble'],
	['lessli', 'less'],
	['tional', 'tion'],
	['alism', 'al'],
	['aliti', 'al'],
	['ation', 'ate'],
	['entli', 'ent'],
	['fulli', 'ful'],
	['iviti', 'ive'],
	['ousli', 'ous'],
	['abli', 'able'],
	['alli', 'al'],
	['anci', 'ance'],
	['ator', 'ate'],
	['enci', 'ence'],
	['izer', 'ize'],
	['bli', 'ble'],
	['ogi', 'og'],
	['li', ''],
];
const thirdSuffixes: [suffix: string, replacement: string][] = [
	['ational', 'ate'],
	['tional', 'tion'],
	['alize', 'al'],
	['ative', ''],
	['icate', 'ic'],
	['iciti', 'ic'],
	['ical', 'ic'],
	['ness', ''],
	['ful', ''],
];
const fourthSuffixes = [
	'ement',
	'able',
	'ance',
	'ence',
	'ible',
	'ment',
	'ant',
	'ate',
	'ent',
	'ion',
	'ism',
	'iti',
	'ive',
	'ize',
	'ous',
	'al',
	'er',
	'ic',
];

const hasVowel = /[aeiouy]/;
const endsInDouble = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
// A vowel between consonants, the last of them not w, x or a consonantal y; or a vowel that opens the word.
const endsInShortSyllable = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/;

/** Where the region after the first consonant that follows a vowel begins, looking from `from`. */
function regionAfter(word: string, from: number): number {
	for (let i = from + 1; i < word.length; i++) {
		if (!hasVowel.test(word[i]!) && hasVowel.test(word[i - 1]!)) return i + 1;
	}
	return word.length;
}

function stripPlural(word: string): string {
	if (word.endsWith('sses')) return word.slice(0, -2);
	if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
	if (word.endsWith('us') || word.endsWith('ss') || !word.endsWith('s')) return word;
	return hasVowel.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function stripPastAndGerund(word: string, r1: number): string {
	const eed = /eed(?:ly)?$/.exec(word);
	if (eed) return eed.index >= r1 ? `${word.slice(0, eed.index)}ee` : word;
	const suffix = /(?:ed|ing)(?:ly)?$/.exec(word);
	if (!suffix || !hasVowel.test(word.slice(0, suffix.index))) return word;
	const rest = word.slice(0, suffix.index);
	if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
	// `added` keeps its double letter: without it the stem would be another word.
	if (endsInDouble.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
	return r1 >= rest.length && endsInShortSyllable.test(rest) ? `${rest}e` : rest;
}

function replaceSuffix(word: string, r1: number, r2: number, table: [string, string][]): string {
	for (const [suffix, replacement] of table) {
		if (!word.endsWith(suffix)) continue;
		const at = word.length - suffix.length;
		if (at < r1) return word;
		if (suffix === 'ogi' && word[at - 1] !== 'l') return word;
		if (suffix === 'li' && !/[cdeghkmnrt]/.test(word[at - 1] ?? '')) return word;
		if (suffix === 'ative' && at < r2) return word;
		return word.slice(0, at) + replacement;
	}
	return word;
}

function dropSuffix(word: string, r2: number): string {
	for (const suffix of fourthSuffixes) {
		if (!word.endsWith(suffix)) continue;
		const at = word.length - suffix.length;
		if (at < r2 || (suffix === 'ion' && !/[st]/.test(word[at - 1] ?? ''))) return word;
		return word.slice(0, at);
	}
	return word;
}

function dropEnding(word: string, r1: number, r2: number): string {
	const at = word.length - 1;
	if (word.endsWith('e') && (at >= r2 || (at >= r1 && !endsInShortSyllable.test(word.slice(0, at)))))
		return word.slice(0, at);
	if (word.endsWith('ll') && at >= r2) return word.slice(0, at);
	return word;
}

/**
 * The stem of one English word: `indexes`, `indexing`, `indexed` → `index`.
 *
 * @param given lower-case letters a to z and apostrophes; anything else comes back as it is
 */
export function stem(given: string): string {
	if (given.length < 3) return given;
	const exception = irregular.get(given);
	if (exception) return exception;
	// A y that sounds as a consonant is marked, so that every test below may treat y as a vowel.
	let word = given
		.replace(/^'+/, '')
		.replace(/^y|(?<=[aeiouy])y/g, 'Y')
		.replace(/'(?:s'?)?$/, '');
	const opening = /^(?:gener|commun|arsen)/.exec(word);
	const r1 = opening ? opening[0].length : regionAfter(word, 0);
	const r2 = regionAfter(word, r1);
	word = stripPlural(word);
	if (doneAfterPlural.has(word)) return word;
	word = stripPastAndGerund(word, r1);
	word = word.replace(/(?<=.[^aeiouy])[yY]$/, 'i');
	word = replaceSuffix(word, r1, r2, secondSuffixes);
	word = replaceSuffix(word, r1, r2, thirdSuffixes);
	word = dropSuffix(word, r2);
	word = dropEnding(word, r1, r2);
	return word.replaceAll('Y', 'y');
}
