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
exports.CertificateApproval = void 0;
const cdktf = __importStar(require("cdktf"));
class CertificateApproval extends cdktf.TerraformResource {
    static { this.tfResourceType = "sectigo_certificate_approval"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_certificate_approval", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'sectigo_certificate_approval',
            terraformGeneratorMetadata: {
                providerName: 'sectigo',
                providerVersion: '0.1.0'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._businessUnit = config.businessUnit;
        this._message = config.message;
        this._sslId = config.sslId;
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    set businessUnit(value) {
        this._businessUnit = value;
    }
    resetBusinessUnit() {
        this._businessUnit = undefined;
    }
    get businessUnitInput() {
        return this._businessUnit;
    }
    get message() {
        return this.getStringAttribute('message');
    }
    set message(value) {
        this._message = value;
    }
    resetMessage() {
        this._message = undefined;
    }
    get messageInput() {
        return this._message;
    }
    get sslId() {
        return this.getNumberAttribute('ssl_id');
    }
    set sslId(value) {
        this._sslId = value;
    }
    get sslIdInput() {
        return this._sslId;
    }
    get status() {
        return this.getStringAttribute('status');
    }
    synthesizeAttributes() {
        return {
            business_unit: cdktf.stringToTerraform(this._businessUnit),
            message: cdktf.stringToTerraform(this._message),
            ssl_id: cdktf.numberToTerraform(this._sslId),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            business_unit: {
                value: cdktf.stringToHclTerraform(this._businessUnit),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            message: {
                value: cdktf.stringToHclTerraform(this._message),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            ssl_id: {
                value: cdktf.numberToHclTerraform(this._sslId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.CertificateApproval = CertificateApproval;
