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
exports.SectigoProvider = void 0;
exports.sectigoProviderSensorsToTerraform = sectigoProviderSensorsToTerraform;
exports.sectigoProviderSensorsToHclTerraform = sectigoProviderSensorsToHclTerraform;
const cdktn = __importStar(require("cdktn"));
function sectigoProviderSensorsToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {
        base_url: cdktn.stringToTerraform(struct.baseUrl),
        ca_certificates_pem: cdktn.stringToTerraform(struct.caCertificatesPem),
        name: cdktn.stringToTerraform(struct.name),
        proxy_password: cdktn.stringToTerraform(struct.proxyPassword),
        proxy_url: cdktn.stringToTerraform(struct.proxyUrl),
        proxy_username: cdktn.stringToTerraform(struct.proxyUsername),
    };
}
function sectigoProviderSensorsToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {
        base_url: {
            value: cdktn.stringToHclTerraform(struct.baseUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        ca_certificates_pem: {
            value: cdktn.stringToHclTerraform(struct.caCertificatesPem),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        name: {
            value: cdktn.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        proxy_password: {
            value: cdktn.stringToHclTerraform(struct.proxyPassword),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        proxy_url: {
            value: cdktn.stringToHclTerraform(struct.proxyUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        proxy_username: {
            value: cdktn.stringToHclTerraform(struct.proxyUsername),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class SectigoProvider extends cdktn.TerraformProvider {
    static { this.tfResourceType = "sectigo"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "sectigo", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'sectigo',
            terraformGeneratorMetadata: {
                providerName: 'sectigo',
                providerVersion: '0.1.0'
            },
            terraformProviderSource: 'registry.terraform.io/scm-as-code/sectigo'
        });
        this._adoptWithin = config.adoptWithin;
        this._baseUrl = config.baseUrl;
        this._businessUnits = config.businessUnits;
        this._clientCertificatePem = config.clientCertificatePem;
        this._clientId = config.clientId;
        this._clientKeyPem = config.clientKeyPem;
        this._clientSecret = config.clientSecret;
        this._customerUri = config.customerUri;
        this._maxOrdersPerRun = config.maxOrdersPerRun;
        this._maxParallelRequests = config.maxParallelRequests;
        this._maxRevocationsPerRun = config.maxRevocationsPerRun;
        this._orderScope = config.orderScope;
        this._password = config.password;
        this._requestTimeout = config.requestTimeout;
        this._sensors = config.sensors;
        this._tokenUrl = config.tokenUrl;
        this._username = config.username;
        this._alias = config.alias;
    }
    get adoptWithin() {
        return this._adoptWithin;
    }
    set adoptWithin(value) {
        this._adoptWithin = value;
    }
    resetAdoptWithin() {
        this._adoptWithin = undefined;
    }
    get adoptWithinInput() {
        return this._adoptWithin;
    }
    get baseUrl() {
        return this._baseUrl;
    }
    set baseUrl(value) {
        this._baseUrl = value;
    }
    resetBaseUrl() {
        this._baseUrl = undefined;
    }
    get baseUrlInput() {
        return this._baseUrl;
    }
    get businessUnits() {
        return this._businessUnits;
    }
    set businessUnits(value) {
        this._businessUnits = value;
    }
    resetBusinessUnits() {
        this._businessUnits = undefined;
    }
    get businessUnitsInput() {
        return this._businessUnits;
    }
    get clientCertificatePem() {
        return this._clientCertificatePem;
    }
    set clientCertificatePem(value) {
        this._clientCertificatePem = value;
    }
    resetClientCertificatePem() {
        this._clientCertificatePem = undefined;
    }
    get clientCertificatePemInput() {
        return this._clientCertificatePem;
    }
    get clientId() {
        return this._clientId;
    }
    set clientId(value) {
        this._clientId = value;
    }
    resetClientId() {
        this._clientId = undefined;
    }
    get clientIdInput() {
        return this._clientId;
    }
    get clientKeyPem() {
        return this._clientKeyPem;
    }
    set clientKeyPem(value) {
        this._clientKeyPem = value;
    }
    resetClientKeyPem() {
        this._clientKeyPem = undefined;
    }
    get clientKeyPemInput() {
        return this._clientKeyPem;
    }
    get clientSecret() {
        return this._clientSecret;
    }
    set clientSecret(value) {
        this._clientSecret = value;
    }
    resetClientSecret() {
        this._clientSecret = undefined;
    }
    get clientSecretInput() {
        return this._clientSecret;
    }
    get customerUri() {
        return this._customerUri;
    }
    set customerUri(value) {
        this._customerUri = value;
    }
    resetCustomerUri() {
        this._customerUri = undefined;
    }
    get customerUriInput() {
        return this._customerUri;
    }
    get maxOrdersPerRun() {
        return this._maxOrdersPerRun;
    }
    set maxOrdersPerRun(value) {
        this._maxOrdersPerRun = value;
    }
    resetMaxOrdersPerRun() {
        this._maxOrdersPerRun = undefined;
    }
    get maxOrdersPerRunInput() {
        return this._maxOrdersPerRun;
    }
    get maxParallelRequests() {
        return this._maxParallelRequests;
    }
    set maxParallelRequests(value) {
        this._maxParallelRequests = value;
    }
    resetMaxParallelRequests() {
        this._maxParallelRequests = undefined;
    }
    get maxParallelRequestsInput() {
        return this._maxParallelRequests;
    }
    get maxRevocationsPerRun() {
        return this._maxRevocationsPerRun;
    }
    set maxRevocationsPerRun(value) {
        this._maxRevocationsPerRun = value;
    }
    resetMaxRevocationsPerRun() {
        this._maxRevocationsPerRun = undefined;
    }
    get maxRevocationsPerRunInput() {
        return this._maxRevocationsPerRun;
    }
    get orderScope() {
        return this._orderScope;
    }
    set orderScope(value) {
        this._orderScope = value;
    }
    resetOrderScope() {
        this._orderScope = undefined;
    }
    get orderScopeInput() {
        return this._orderScope;
    }
    get password() {
        return this._password;
    }
    set password(value) {
        this._password = value;
    }
    resetPassword() {
        this._password = undefined;
    }
    get passwordInput() {
        return this._password;
    }
    get requestTimeout() {
        return this._requestTimeout;
    }
    set requestTimeout(value) {
        this._requestTimeout = value;
    }
    resetRequestTimeout() {
        this._requestTimeout = undefined;
    }
    get requestTimeoutInput() {
        return this._requestTimeout;
    }
    get sensors() {
        return this._sensors;
    }
    set sensors(value) {
        this._sensors = value;
    }
    resetSensors() {
        this._sensors = undefined;
    }
    get sensorsInput() {
        return this._sensors;
    }
    get tokenUrl() {
        return this._tokenUrl;
    }
    set tokenUrl(value) {
        this._tokenUrl = value;
    }
    resetTokenUrl() {
        this._tokenUrl = undefined;
    }
    get tokenUrlInput() {
        return this._tokenUrl;
    }
    get username() {
        return this._username;
    }
    set username(value) {
        this._username = value;
    }
    resetUsername() {
        this._username = undefined;
    }
    get usernameInput() {
        return this._username;
    }
    get alias() {
        return this._alias;
    }
    set alias(value) {
        this._alias = value;
    }
    resetAlias() {
        this._alias = undefined;
    }
    get aliasInput() {
        return this._alias;
    }
    synthesizeAttributes() {
        return {
            adopt_within: cdktn.stringToTerraform(this._adoptWithin),
            base_url: cdktn.stringToTerraform(this._baseUrl),
            business_units: cdktn.listMapper(cdktn.stringToTerraform, false)(this._businessUnits),
            client_certificate_pem: cdktn.stringToTerraform(this._clientCertificatePem),
            client_id: cdktn.stringToTerraform(this._clientId),
            client_key_pem: cdktn.stringToTerraform(this._clientKeyPem),
            client_secret: cdktn.stringToTerraform(this._clientSecret),
            customer_uri: cdktn.stringToTerraform(this._customerUri),
            max_orders_per_run: cdktn.numberToTerraform(this._maxOrdersPerRun),
            max_parallel_requests: cdktn.numberToTerraform(this._maxParallelRequests),
            max_revocations_per_run: cdktn.numberToTerraform(this._maxRevocationsPerRun),
            order_scope: cdktn.stringToTerraform(this._orderScope),
            password: cdktn.stringToTerraform(this._password),
            request_timeout: cdktn.stringToTerraform(this._requestTimeout),
            sensors: cdktn.listMapper(sectigoProviderSensorsToTerraform, false)(this._sensors),
            token_url: cdktn.stringToTerraform(this._tokenUrl),
            username: cdktn.stringToTerraform(this._username),
            alias: cdktn.stringToTerraform(this._alias),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            adopt_within: {
                value: cdktn.stringToHclTerraform(this._adoptWithin),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            base_url: {
                value: cdktn.stringToHclTerraform(this._baseUrl),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            business_units: {
                value: cdktn.listMapperHcl(cdktn.stringToHclTerraform, false)(this._businessUnits),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            client_certificate_pem: {
                value: cdktn.stringToHclTerraform(this._clientCertificatePem),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_id: {
                value: cdktn.stringToHclTerraform(this._clientId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_key_pem: {
                value: cdktn.stringToHclTerraform(this._clientKeyPem),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_secret: {
                value: cdktn.stringToHclTerraform(this._clientSecret),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            customer_uri: {
                value: cdktn.stringToHclTerraform(this._customerUri),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            max_orders_per_run: {
                value: cdktn.numberToHclTerraform(this._maxOrdersPerRun),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            max_parallel_requests: {
                value: cdktn.numberToHclTerraform(this._maxParallelRequests),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            max_revocations_per_run: {
                value: cdktn.numberToHclTerraform(this._maxRevocationsPerRun),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            order_scope: {
                value: cdktn.stringToHclTerraform(this._orderScope),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            password: {
                value: cdktn.stringToHclTerraform(this._password),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            request_timeout: {
                value: cdktn.stringToHclTerraform(this._requestTimeout),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sensors: {
                value: cdktn.listMapperHcl(sectigoProviderSensorsToHclTerraform, false)(this._sensors),
                isBlock: true,
                type: "list",
                storageClassType: "SectigoProviderSensorsList",
            },
            token_url: {
                value: cdktn.stringToHclTerraform(this._tokenUrl),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            username: {
                value: cdktn.stringToHclTerraform(this._username),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            alias: {
                value: cdktn.stringToHclTerraform(this._alias),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.SectigoProvider = SectigoProvider;
