"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.given = given;
function given(members) {
    const entries = Object.entries(members).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries);
}
