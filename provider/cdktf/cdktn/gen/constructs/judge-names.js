"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.judgeNames = judgeNames;
const node_net_1 = require("node:net");
const cdktn_1 = require("cdktn");
const LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
const DNS_NAME = new RegExp(`^(\\*\\.)?(${LABEL}\\.)+${LABEL}$`);
function judgeNames(names, allowed) {
    const known = names.filter((name) => !cdktn_1.Token.isUnresolved(name)).map((name) => name.toLowerCase());
    if (names.length === 0)
        return ["subjectAlternativeNames is empty; name what the certificate is for"];
    const twice = known.filter((name, index) => known.indexOf(name) !== index);
    const strange = known.filter((name) => (0, node_net_1.isIP)(name) === 0 && !DNS_NAME.test(name));
    const patterns = allowed?.some((pattern) => cdktn_1.Token.isUnresolved(pattern)) ? undefined : allowed;
    const forbidden = known.filter((name) => patterns !== undefined && !patterns.some((pattern) => matches(name, pattern.toLowerCase())));
    return [
        ...[...new Set(twice)].map((name) => `"${name}" stands twice in subjectAlternativeNames`),
        ...strange.map((name) => `"${name}" is neither a DNS name (in A-labels) nor an IP address`),
        ...forbidden.map((name) => `"${name}" is not among allowedNames: ${patterns?.join(", ")}`),
    ];
}
function matches(name, pattern) {
    if (pattern.startsWith("."))
        return name.endsWith(pattern) && name.length > pattern.length;
    if (!pattern.startsWith("*."))
        return name === pattern;
    const [first = "", ...rest] = name.split(".");
    return first !== "" && rest.join(".") === pattern.slice(2);
}
