// How packages have looked for their environment since SCORM 1.2.
function findApi(start) {
	var at = start;
	for (var tries = 0; tries < 10 && at && !at.API; tries++) at = at.parent !== at ? at.parent : null;
	return at ? at.API : null;
}
var api = findApi(window);
var get = function (name) { return api ? api.LMSGetValue(name) : ''; };
var set = function (name, value) { if (api) api.LMSSetValue(name, String(value)); };
if (api) api.LMSInitialize('');
var finish = function () { if (api) { api.LMSFinish(''); api = null; } };
