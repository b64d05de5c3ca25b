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
exports.Certificate = exports.CertificateTimeoutsOutputReference = void 0;
exports.certificateTimeoutsToTerraform = certificateTimeoutsToTerraform;
exports.certificateTimeoutsToHclTerraform = certificateTimeoutsToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function certificateTimeoutsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        create: cdktf.stringToTerraform(struct.create),
        delete: cdktf.stringToTerraform(struct.delete),
        read: cdktf.stringToTerraform(struct.read),
        update: cdktf.stringToTerraform(struct.update),
    };
}
function certificateTimeoutsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        create: {
            value: cdktf.stringToHclTerraform(struct.create),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        delete: {
            value: cdktf.stringToHclTerraform(struct.delete),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        read: {
            value: cdktf.stringToHclTerraform(struct.read),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        update: {
            value: cdktf.stringToHclTerraform(struct.update),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class CertificateTimeoutsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._create !== undefined) {
            hasAnyValues = true;
            internalValueResult.create = this._create;
        }
        if (this._delete !== undefined) {
            hasAnyValues = true;
            internalValueResult.delete = this._delete;
        }
        if (this._read !== undefined) {
            hasAnyValues = true;
            internalValueResult.read = this._read;
        }
        if (this._update !== undefined) {
            hasAnyValues = true;
            internalValueResult.update = this._update;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._create = undefined;
            this._delete = undefined;
            this._read = undefined;
            this._update = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._create = value.create;
            this._delete = value.delete;
            this._read = value.read;
            this._update = value.update;
        }
    }
    get create() {
        return this.getStringAttribute('create');
    }
    set create(value) {
        this._create = value;
    }
    resetCreate() {
        this._create = undefined;
    }
    get createInput() {
        return this._create;
    }
    get delete() {
        return this.getStringAttribute('delete');
    }
    set delete(value) {
        this._delete = value;
    }
    resetDelete() {
        this._delete = undefined;
    }
    get deleteInput() {
        return this._delete;
    }
    get read() {
        return this.getStringAttribute('read');
    }
    set read(value) {
        this._read = value;
    }
    resetRead() {
        this._read = undefined;
    }
    get readInput() {
        return this._read;
    }
    get update() {
        return this.getStringAttribute('update');
    }
    set update(value) {
        this._update = value;
    }
    resetUpdate() {
        this._update = undefined;
    }
    get updateInput() {
        return this._update;
    }
}
exports.CertificateTimeoutsOutputReference = CertificateTimeoutsOutputReference;
class Certificate extends cdktf.TerraformResource {
    static { this.tfResourceType = "sectigo_certificate"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_certificate", importId: importFromId, provider });
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
        this._timeouts = new CertificateTimeoutsOutputReference(this, "timeouts");
        this._comments = config.comments;
        this._csrPem = config.csrPem;
        this._customFields = config.customFields;
        this._externalRequesters = config.externalRequesters;
        this._organizationId = config.organizationId;
        this._scmProfileId = config.scmProfileId;
        this._subjectAlternativeNames = config.subjectAlternativeNames;
        this._termDays = config.termDays;
        this._timeouts.internalValue = config.timeouts;
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
    set comments(value) {
        this._comments = value;
    }
    resetComments() {
        this._comments = undefined;
    }
    get commentsInput() {
        return this._comments;
    }
    get csrPem() {
        return this.getStringAttribute('csr_pem');
    }
    set csrPem(value) {
        this._csrPem = value;
    }
    resetCsrPem() {
        this._csrPem = undefined;
    }
    get csrPemInput() {
        return this._csrPem;
    }
    get customFields() {
        return this.getStringMapAttribute('custom_fields');
    }
    set customFields(value) {
        this._customFields = value;
    }
    resetCustomFields() {
        this._customFields = undefined;
    }
    get customFieldsInput() {
        return this._customFields;
    }
    get externalRequesters() {
        return cdktf.Fn.tolist(this.getListAttribute('external_requesters'));
    }
    set externalRequesters(value) {
        this._externalRequesters = value;
    }
    resetExternalRequesters() {
        this._externalRequesters = undefined;
    }
    get externalRequestersInput() {
        return this._externalRequesters;
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
    set organizationId(value) {
        this._organizationId = value;
    }
    resetOrganizationId() {
        this._organizationId = undefined;
    }
    get organizationIdInput() {
        return this._organizationId;
    }
    get scmProfileId() {
        return this.getNumberAttribute('scm_profile_id');
    }
    set scmProfileId(value) {
        this._scmProfileId = value;
    }
    resetScmProfileId() {
        this._scmProfileId = undefined;
    }
    get scmProfileIdInput() {
        return this._scmProfileId;
    }
    get serialNumber() {
        return this.getStringAttribute('serial_number');
    }
    get sslId() {
        return this.getNumberAttribute('ssl_id');
    }
    get status() {
        return this.getStringAttribute('status');
    }
    get subjectAlternativeNames() {
        return cdktf.Fn.tolist(this.getListAttribute('subject_alternative_names'));
    }
    set subjectAlternativeNames(value) {
        this._subjectAlternativeNames = value;
    }
    resetSubjectAlternativeNames() {
        this._subjectAlternativeNames = undefined;
    }
    get subjectAlternativeNamesInput() {
        return this._subjectAlternativeNames;
    }
    get termDays() {
        return this.getNumberAttribute('term_days');
    }
    set termDays(value) {
        this._termDays = value;
    }
    resetTermDays() {
        this._termDays = undefined;
    }
    get termDaysInput() {
        return this._termDays;
    }
    get timeouts() {
        return this._timeouts;
    }
    putTimeouts(value) {
        this._timeouts.internalValue = value;
    }
    resetTimeouts() {
        this._timeouts.internalValue = undefined;
    }
    get timeoutsInput() {
        return this._timeouts.internalValue;
    }
    synthesizeAttributes() {
        return {
            comments: cdktf.stringToTerraform(this._comments),
            csr_pem: cdktf.stringToTerraform(this._csrPem),
            custom_fields: cdktf.hashMapper(cdktf.stringToTerraform)(this._customFields),
            external_requesters: cdktf.listMapper(cdktf.stringToTerraform, false)(this._externalRequesters),
            organization_id: cdktf.numberToTerraform(this._organizationId),
            scm_profile_id: cdktf.numberToTerraform(this._scmProfileId),
            subject_alternative_names: cdktf.listMapper(cdktf.stringToTerraform, false)(this._subjectAlternativeNames),
            term_days: cdktf.numberToTerraform(this._termDays),
            timeouts: certificateTimeoutsToTerraform(this._timeouts.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            comments: {
                value: cdktf.stringToHclTerraform(this._comments),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            csr_pem: {
                value: cdktf.stringToHclTerraform(this._csrPem),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            custom_fields: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._customFields),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            external_requesters: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._externalRequesters),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            organization_id: {
                value: cdktf.numberToHclTerraform(this._organizationId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            scm_profile_id: {
                value: cdktf.numberToHclTerraform(this._scmProfileId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            subject_alternative_names: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._subjectAlternativeNames),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            term_days: {
                value: cdktf.numberToHclTerraform(this._termDays),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            timeouts: {
                value: certificateTimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "CertificateTimeouts",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Certificate = Certificate;
