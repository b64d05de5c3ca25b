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
exports.DataSectigoCertificate = void 0;
const cdktn = __importStar(require("cdktn"));
class DataSectigoCertificate extends cdktn.TerraformDataSource {
    static { this.tfResourceType = "sectigo_certificate"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_certificate", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'sectigo_certificate',
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
        this._customFields = new cdktn.StringMap(this, "custom_fields");
        this._commonName = config.commonName;
        this._serialNumber = config.serialNumber;
        this._sslId = config.sslId;
    }
    get certificatePem() {
        return this.getStringAttribute('certificate_pem');
    }
    get chainPem() {
        return this.getStringAttribute('chain_pem');
    }
    get comments() {
        return this.getStringAttribute('comments');
    }
    get commonName() {
        return this.getStringAttribute('common_name');
    }
    set commonName(value) {
        this._commonName = value;
    }
    resetCommonName() {
        this._commonName = undefined;
    }
    get commonNameInput() {
        return this._commonName;
    }
    get customFields() {
        return this._customFields;
    }
    get fingerprintSha256() {
        return this.getStringAttribute('fingerprint_sha256');
    }
    get fullChainPem() {
        return this.getStringAttribute('full_chain_pem');
    }
    get issuer() {
        return this.getStringAttribute('issuer');
    }
    get notAfter() {
        return this.getStringAttribute('not_after');
    }
    get notBefore() {
        return this.getStringAttribute('not_before');
    }
    get organizationId() {
        return this.getNumberAttribute('organization_id');
    }
    get scmProfileId() {
        return this.getNumberAttribute('scm_profile_id');
    }
    get serialNumber() {
        return this.getStringAttribute('serial_number');
    }
    set serialNumber(value) {
        this._serialNumber = value;
    }
    resetSerialNumber() {
        this._serialNumber = undefined;
    }
    get serialNumberInput() {
        return this._serialNumber;
    }
    get sslId() {
        return this.getNumberAttribute('ssl_id');
    }
    set sslId(value) {
        this._sslId = value;
    }
    resetSslId() {
        this._sslId = undefined;
    }
    get sslIdInput() {
        return this._sslId;
    }
    get status() {
        return this.getStringAttribute('status');
    }
    get subjectAlternativeNames() {
        return this.getListAttribute('subject_alternative_names');
    }
    get termDays() {
        return this.getNumberAttribute('term_days');
    }
    synthesizeAttributes() {
        return {
            common_name: cdktn.stringToTerraform(this._commonName),
            serial_number: cdktn.stringToTerraform(this._serialNumber),
            ssl_id: cdktn.numberToTerraform(this._sslId),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            common_name: {
                value: cdktn.stringToHclTerraform(this._commonName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            serial_number: {
                value: cdktn.stringToHclTerraform(this._serialNumber),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            ssl_id: {
                value: cdktn.numberToHclTerraform(this._sslId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataSectigoCertificate = DataSectigoCertificate;
