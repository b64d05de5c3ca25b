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
const cdktf = __importStar(require("cdktf"));
class SectigoProvider extends cdktf.TerraformProvider {
    static { this.tfResourceType = "sectigo"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "sectigo", importId: importFromId, provider });
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
        this._baseUrl = config.baseUrl;
        this._customerUri = config.customerUri;
        this._maxParallelRequests = config.maxParallelRequests;
        this._password = config.password;
        this._username = config.username;
        this._alias = config.alias;
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
            base_url: cdktf.stringToTerraform(this._baseUrl),
            customer_uri: cdktf.stringToTerraform(this._customerUri),
            max_parallel_requests: cdktf.numberToTerraform(this._maxParallelRequests),
            password: cdktf.stringToTerraform(this._password),
            username: cdktf.stringToTerraform(this._username),
            alias: cdktf.stringToTerraform(this._alias),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            base_url: {
                value: cdktf.stringToHclTerraform(this._baseUrl),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            customer_uri: {
                value: cdktf.stringToHclTerraform(this._customerUri),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            max_parallel_requests: {
                value: cdktf.numberToHclTerraform(this._maxParallelRequests),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            password: {
                value: cdktf.stringToHclTerraform(this._password),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            username: {
                value: cdktf.stringToHclTerraform(this._username),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            alias: {
                value: cdktf.stringToHclTerraform(this._alias),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.SectigoProvider = SectigoProvider;
