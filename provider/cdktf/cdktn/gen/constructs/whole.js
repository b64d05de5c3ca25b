"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whole = whole;
const cdktn_1 = require("cdktn");
function whole(ref) {
    return cdktn_1.Token.asAny(ref);
}
