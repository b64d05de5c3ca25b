"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.provider = exports.dataSectigoScmProfiles = exports.dataSectigoOrganizations = exports.dataSectigoInventory = exports.dataSectigoDomains = exports.dataSectigoCustomFields = exports.dataSectigoConnectorStatus = exports.dataSectigoCertificate = exports.profile = exports.connector = exports.certificateApproval = exports.certificate = exports.assignmentRule = void 0;
exports.assignmentRule = __importStar(require("./assignment-rule/index"));
exports.certificate = __importStar(require("./certificate/index"));
exports.certificateApproval = __importStar(require("./certificate-approval/index"));
exports.connector = __importStar(require("./connector/index"));
exports.profile = __importStar(require("./profile/index"));
exports.dataSectigoCertificate = __importStar(require("./data-sectigo-certificate/index"));
exports.dataSectigoConnectorStatus = __importStar(require("./data-sectigo-connector-status/index"));
exports.dataSectigoCustomFields = __importStar(require("./data-sectigo-custom-fields/index"));
exports.dataSectigoDomains = __importStar(require("./data-sectigo-domains/index"));
exports.dataSectigoInventory = __importStar(require("./data-sectigo-inventory/index"));
exports.dataSectigoOrganizations = __importStar(require("./data-sectigo-organizations/index"));
exports.dataSectigoScmProfiles = __importStar(require("./data-sectigo-scm-profiles/index"));
exports.provider = __importStar(require("./provider/index"));
