"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whole = exports.ManagedCertificate = exports.ImportingConnector = void 0;
var importing_connector_js_1 = require("./importing-connector.js");
Object.defineProperty(exports, "ImportingConnector", { enumerable: true, get: function () { return importing_connector_js_1.ImportingConnector; } });
var managed_certificate_js_1 = require("./managed-certificate.js");
Object.defineProperty(exports, "ManagedCertificate", { enumerable: true, get: function () { return managed_certificate_js_1.ManagedCertificate; } });
var whole_js_1 = require("./whole.js");
Object.defineProperty(exports, "whole", { enumerable: true, get: function () { return whole_js_1.whole; } });
