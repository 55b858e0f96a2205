// What only a script can do is added here; every page works without it.
export {};
