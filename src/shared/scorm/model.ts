import type { Format } from './formats.ts';

export type ScormVersion = '1.2' | '2004';

/** One element of a data model. `n` in its name stands for a number of a collection. */
export interface Element {
	reads: boolean;
	writes: boolean;
	format?: Format;
	/** 2004 tells a value of a wrong shape (406) from one that is out of range (407). */
	range?: Format;
	/** What it is worth before anybody set it; without one it has no value yet. */
	initial?: string;
	/** It never changes: lists of what is below, the version. */
	constant?: string;
	/** The number of a collection's entries. */
	counts?: true;
	/** What is set is added to what stands (comments of SCORM 1.2), up to so many signs. */
	adds?: number;
}

export type Model = ReadonlyMap<string, Element>;

const both = (format: Format, more: Partial<Element> = {}): Element => ({
	reads: true,
	writes: true,
	format,
	...more,
});
const given = (more: Partial<Element> = {}): Element => ({ reads: true, writes: false, ...more });
const told = (format: Format, more: Partial<Element> = {}): Element => ({
	reads: false,
	writes: true,
	format,
	...more,
});
const constant = (value: string): Element => ({ reads: true, writes: false, constant: value });
const count: Element = { reads: true, writes: false, counts: true };

export const kinds = { both, given, told, constant, count };

/** `cmi.objectives.2.score.raw` → its name in a model, and the numbers in it. */
export function nameOf(path: string): { name: string; numbers: number[] } {
	const numbers: number[] = [];
	const name = path
		.split('.')
		.map((part) => {
			if (!/^(?:0|[1-9]\d{0,4})$/.test(part)) return part;
			numbers.push(Number(part));
			return 'n';
		})
		.join('.');
	return { name, numbers };
}

/** What the runtime is told at its beginning: who learns what, and what is known from before. */
export interface Start {
	version: ScormVersion;
	learnerId: string;
	learnerName: string;
	credit: boolean;
	mode: 'normal' | 'browse' | 'review';
	entry: 'ab-initio' | 'resume' | '';
	/** Time of all sessions before, in milliseconds. */
	totalMs: number;
	launchData: string;
	/** 1.2: from 0 to 100. 2004: scaled, from -1 to 1. */
	masteryScore: string;
	/** 2004: the progress at which it is completed. */
	completionThreshold: string;
	maxTime: string;
	timeLimitAction: string;
	/** What was set before, in its order. */
	stored: readonly (readonly [string, string])[];
}
