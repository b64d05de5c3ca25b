"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whole = whole;
const cdktf_1 = require("cdktf");
function whole(ref) {
    return cdktf_1.Token.asAny(ref);
}
