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
exports.DataSectigoScmProfiles = exports.DataSectigoScmProfilesProfilesList = exports.DataSectigoScmProfilesProfilesOutputReference = exports.DataSectigoScmProfilesProfilesKeyTypesList = exports.DataSectigoScmProfilesProfilesKeyTypesOutputReference = void 0;
exports.dataSectigoScmProfilesProfilesKeyTypesToTerraform = dataSectigoScmProfilesProfilesKeyTypesToTerraform;
exports.dataSectigoScmProfilesProfilesKeyTypesToHclTerraform = dataSectigoScmProfilesProfilesKeyTypesToHclTerraform;
exports.dataSectigoScmProfilesProfilesToTerraform = dataSectigoScmProfilesProfilesToTerraform;
exports.dataSectigoScmProfilesProfilesToHclTerraform = dataSectigoScmProfilesProfilesToHclTerraform;
const cdktn = __importStar(require("cdktn"));
function dataSectigoScmProfilesProfilesKeyTypesToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function dataSectigoScmProfilesProfilesKeyTypesToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class DataSectigoScmProfilesProfilesKeyTypesOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get algorithm() {
        return this.getStringAttribute('algorithm');
    }
    get parameters() {
        return this.getListAttribute('parameters');
    }
}
exports.DataSectigoScmProfilesProfilesKeyTypesOutputReference = DataSectigoScmProfilesProfilesKeyTypesOutputReference;
class DataSectigoScmProfilesProfilesKeyTypesList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new DataSectigoScmProfilesProfilesKeyTypesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoScmProfilesProfilesKeyTypesList = DataSectigoScmProfilesProfilesKeyTypesList;
function dataSectigoScmProfilesProfilesToTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    return {};
}
function dataSectigoScmProfilesProfilesToHclTerraform(struct) {
    if (!cdktn.canInspect(struct) || cdktn.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktn.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references");
    }
    const attrs = {};
    return attrs;
}
class DataSectigoScmProfilesProfilesOutputReference extends cdktn.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._keyTypes = new DataSectigoScmProfilesProfilesKeyTypesList(this, "key_types", false);
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get description() {
        return this.getStringAttribute('description');
    }
    get id() {
        return this.getNumberAttribute('id');
    }
    get keyTypes() {
        return this._keyTypes;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    get terms() {
        return this.getNumberListAttribute('terms');
    }
}
exports.DataSectigoScmProfilesProfilesOutputReference = DataSectigoScmProfilesProfilesOutputReference;
class DataSectigoScmProfilesProfilesList extends cdktn.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
    }
    get(index) {
        return new DataSectigoScmProfilesProfilesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoScmProfilesProfilesList = DataSectigoScmProfilesProfilesList;
class DataSectigoScmProfiles extends cdktn.TerraformDataSource {
    static { this.tfResourceType = "sectigo_scm_profiles"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktn.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_scm_profiles", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'sectigo_scm_profiles',
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
        this._profiles = new DataSectigoScmProfilesProfilesList(this, "profiles", false);
        this._organizationId = config.organizationId;
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
    get profiles() {
        return this._profiles;
    }
    synthesizeAttributes() {
        return {
            organization_id: cdktn.numberToTerraform(this._organizationId),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            organization_id: {
                value: cdktn.numberToHclTerraform(this._organizationId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataSectigoScmProfiles = DataSectigoScmProfiles;
