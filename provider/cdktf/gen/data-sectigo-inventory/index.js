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
exports.DataSectigoInventory = exports.DataSectigoInventorySortOutputReference = exports.DataSectigoInventoryRowsList = exports.DataSectigoInventoryRowsOutputReference = exports.DataSectigoInventoryFilterOutputReference = exports.DataSectigoInventoryFilterConditionsList = exports.DataSectigoInventoryFilterConditionsOutputReference = exports.DataSectigoInventoryCountsOutputReference = exports.DataSectigoInventoryConnectorOutputReference = exports.DataSectigoInventoryConnectorImportOutputReference = exports.DataSectigoInventoryConnectorImportFullImportEveryOutputReference = exports.DataSectigoInventoryConnectorImportFrequencyOutputReference = exports.DataSectigoInventoryConnectorImportAssignmentRulesList = exports.DataSectigoInventoryConnectorImportAssignmentRulesOutputReference = exports.DataSectigoInventoryConnectorImportAssignmentRulesGroupsList = exports.DataSectigoInventoryConnectorImportAssignmentRulesGroupsOutputReference = exports.DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsList = exports.DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsOutputReference = exports.DataSectigoInventoryConnectorImportAssignmentRulesConditionsList = exports.DataSectigoInventoryConnectorImportAssignmentRulesConditionsOutputReference = void 0;
exports.dataSectigoInventoryConnectorImportAssignmentRulesConditionsToTerraform = dataSectigoInventoryConnectorImportAssignmentRulesConditionsToTerraform;
exports.dataSectigoInventoryConnectorImportAssignmentRulesConditionsToHclTerraform = dataSectigoInventoryConnectorImportAssignmentRulesConditionsToHclTerraform;
exports.dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToTerraform = dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToTerraform;
exports.dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToHclTerraform = dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToHclTerraform;
exports.dataSectigoInventoryConnectorImportAssignmentRulesGroupsToTerraform = dataSectigoInventoryConnectorImportAssignmentRulesGroupsToTerraform;
exports.dataSectigoInventoryConnectorImportAssignmentRulesGroupsToHclTerraform = dataSectigoInventoryConnectorImportAssignmentRulesGroupsToHclTerraform;
exports.dataSectigoInventoryConnectorImportAssignmentRulesToTerraform = dataSectigoInventoryConnectorImportAssignmentRulesToTerraform;
exports.dataSectigoInventoryConnectorImportAssignmentRulesToHclTerraform = dataSectigoInventoryConnectorImportAssignmentRulesToHclTerraform;
exports.dataSectigoInventoryConnectorImportFrequencyToTerraform = dataSectigoInventoryConnectorImportFrequencyToTerraform;
exports.dataSectigoInventoryConnectorImportFrequencyToHclTerraform = dataSectigoInventoryConnectorImportFrequencyToHclTerraform;
exports.dataSectigoInventoryConnectorImportFullImportEveryToTerraform = dataSectigoInventoryConnectorImportFullImportEveryToTerraform;
exports.dataSectigoInventoryConnectorImportFullImportEveryToHclTerraform = dataSectigoInventoryConnectorImportFullImportEveryToHclTerraform;
exports.dataSectigoInventoryConnectorImportToTerraform = dataSectigoInventoryConnectorImportToTerraform;
exports.dataSectigoInventoryConnectorImportToHclTerraform = dataSectigoInventoryConnectorImportToHclTerraform;
exports.dataSectigoInventoryConnectorToTerraform = dataSectigoInventoryConnectorToTerraform;
exports.dataSectigoInventoryConnectorToHclTerraform = dataSectigoInventoryConnectorToHclTerraform;
exports.dataSectigoInventoryCountsToTerraform = dataSectigoInventoryCountsToTerraform;
exports.dataSectigoInventoryCountsToHclTerraform = dataSectigoInventoryCountsToHclTerraform;
exports.dataSectigoInventoryFilterConditionsToTerraform = dataSectigoInventoryFilterConditionsToTerraform;
exports.dataSectigoInventoryFilterConditionsToHclTerraform = dataSectigoInventoryFilterConditionsToHclTerraform;
exports.dataSectigoInventoryFilterToTerraform = dataSectigoInventoryFilterToTerraform;
exports.dataSectigoInventoryFilterToHclTerraform = dataSectigoInventoryFilterToHclTerraform;
exports.dataSectigoInventoryRowsToTerraform = dataSectigoInventoryRowsToTerraform;
exports.dataSectigoInventoryRowsToHclTerraform = dataSectigoInventoryRowsToHclTerraform;
exports.dataSectigoInventorySortToTerraform = dataSectigoInventorySortToTerraform;
exports.dataSectigoInventorySortToHclTerraform = dataSectigoInventorySortToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function dataSectigoInventoryConnectorImportAssignmentRulesConditionsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        attribute: cdktf.stringToTerraform(struct.attribute),
        operator: cdktf.stringToTerraform(struct.operator),
        value: cdktf.stringToTerraform(struct.value),
        values: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.values),
    };
}
function dataSectigoInventoryConnectorImportAssignmentRulesConditionsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        attribute: {
            value: cdktf.stringToHclTerraform(struct.attribute),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        operator: {
            value: cdktf.stringToHclTerraform(struct.operator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        values: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.values),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryConnectorImportAssignmentRulesConditionsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._attribute !== undefined) {
            hasAnyValues = true;
            internalValueResult.attribute = this._attribute;
        }
        if (this._operator !== undefined) {
            hasAnyValues = true;
            internalValueResult.operator = this._operator;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        if (this._values !== undefined) {
            hasAnyValues = true;
            internalValueResult.values = this._values;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._attribute = undefined;
            this._operator = undefined;
            this._value = undefined;
            this._values = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._attribute = value.attribute;
            this._operator = value.operator;
            this._value = value.value;
            this._values = value.values;
        }
    }
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    set attribute(value) {
        this._attribute = value;
    }
    resetAttribute() {
        this._attribute = undefined;
    }
    get attributeInput() {
        return this._attribute;
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    set operator(value) {
        this._operator = value;
    }
    resetOperator() {
        this._operator = undefined;
    }
    get operatorInput() {
        return this._operator;
    }
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    get valueInput() {
        return this._value;
    }
    get values() {
        return this.getListAttribute('values');
    }
    set values(value) {
        this._values = value;
    }
    resetValues() {
        this._values = undefined;
    }
    get valuesInput() {
        return this._values;
    }
}
exports.DataSectigoInventoryConnectorImportAssignmentRulesConditionsOutputReference = DataSectigoInventoryConnectorImportAssignmentRulesConditionsOutputReference;
class DataSectigoInventoryConnectorImportAssignmentRulesConditionsList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataSectigoInventoryConnectorImportAssignmentRulesConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoInventoryConnectorImportAssignmentRulesConditionsList = DataSectigoInventoryConnectorImportAssignmentRulesConditionsList;
function dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        attribute: cdktf.stringToTerraform(struct.attribute),
        operator: cdktf.stringToTerraform(struct.operator),
        value: cdktf.stringToTerraform(struct.value),
        values: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.values),
    };
}
function dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        attribute: {
            value: cdktf.stringToHclTerraform(struct.attribute),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        operator: {
            value: cdktf.stringToHclTerraform(struct.operator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        values: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.values),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._attribute !== undefined) {
            hasAnyValues = true;
            internalValueResult.attribute = this._attribute;
        }
        if (this._operator !== undefined) {
            hasAnyValues = true;
            internalValueResult.operator = this._operator;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        if (this._values !== undefined) {
            hasAnyValues = true;
            internalValueResult.values = this._values;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._attribute = undefined;
            this._operator = undefined;
            this._value = undefined;
            this._values = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._attribute = value.attribute;
            this._operator = value.operator;
            this._value = value.value;
            this._values = value.values;
        }
    }
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    set attribute(value) {
        this._attribute = value;
    }
    resetAttribute() {
        this._attribute = undefined;
    }
    get attributeInput() {
        return this._attribute;
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    set operator(value) {
        this._operator = value;
    }
    resetOperator() {
        this._operator = undefined;
    }
    get operatorInput() {
        return this._operator;
    }
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    get valueInput() {
        return this._value;
    }
    get values() {
        return this.getListAttribute('values');
    }
    set values(value) {
        this._values = value;
    }
    resetValues() {
        this._values = undefined;
    }
    get valuesInput() {
        return this._values;
    }
}
exports.DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsOutputReference = DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsOutputReference;
class DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsList = DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsList;
function dataSectigoInventoryConnectorImportAssignmentRulesGroupsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        conditions: cdktf.listMapper(dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToTerraform, false)(struct.conditions),
        match: cdktf.stringToTerraform(struct.match),
    };
}
function dataSectigoInventoryConnectorImportAssignmentRulesGroupsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        conditions: {
            value: cdktf.listMapperHcl(dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsList",
        },
        match: {
            value: cdktf.stringToHclTerraform(struct.match),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryConnectorImportAssignmentRulesGroupsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsList(this, "conditions", false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._conditions?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.conditions = this._conditions?.internalValue;
        }
        if (this._match !== undefined) {
            hasAnyValues = true;
            internalValueResult.match = this._match;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._conditions.internalValue = undefined;
            this._match = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._conditions.internalValue = value.conditions;
            this._match = value.match;
        }
    }
    get conditions() {
        return this._conditions;
    }
    putConditions(value) {
        this._conditions.internalValue = value;
    }
    resetConditions() {
        this._conditions.internalValue = undefined;
    }
    get conditionsInput() {
        return this._conditions.internalValue;
    }
    get match() {
        return this.getStringAttribute('match');
    }
    set match(value) {
        this._match = value;
    }
    resetMatch() {
        this._match = undefined;
    }
    get matchInput() {
        return this._match;
    }
}
exports.DataSectigoInventoryConnectorImportAssignmentRulesGroupsOutputReference = DataSectigoInventoryConnectorImportAssignmentRulesGroupsOutputReference;
class DataSectigoInventoryConnectorImportAssignmentRulesGroupsList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataSectigoInventoryConnectorImportAssignmentRulesGroupsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoInventoryConnectorImportAssignmentRulesGroupsList = DataSectigoInventoryConnectorImportAssignmentRulesGroupsList;
function dataSectigoInventoryConnectorImportAssignmentRulesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        conditions: cdktf.listMapper(dataSectigoInventoryConnectorImportAssignmentRulesConditionsToTerraform, false)(struct.conditions),
        custom_attributes: cdktf.hashMapper(cdktf.stringToTerraform)(struct.customAttributes),
        groups: cdktf.listMapper(dataSectigoInventoryConnectorImportAssignmentRulesGroupsToTerraform, false)(struct.groups),
        match: cdktf.stringToTerraform(struct.match),
        name: cdktf.stringToTerraform(struct.name),
        owners: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.owners),
        tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.tags),
        version: cdktf.numberToTerraform(struct.version),
    };
}
function dataSectigoInventoryConnectorImportAssignmentRulesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        conditions: {
            value: cdktf.listMapperHcl(dataSectigoInventoryConnectorImportAssignmentRulesConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoInventoryConnectorImportAssignmentRulesConditionsList",
        },
        custom_attributes: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.customAttributes),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        groups: {
            value: cdktf.listMapperHcl(dataSectigoInventoryConnectorImportAssignmentRulesGroupsToHclTerraform, false)(struct.groups),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoInventoryConnectorImportAssignmentRulesGroupsList",
        },
        match: {
            value: cdktf.stringToHclTerraform(struct.match),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        name: {
            value: cdktf.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        owners: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.owners),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        tags: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.tags),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        version: {
            value: cdktf.numberToHclTerraform(struct.version),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryConnectorImportAssignmentRulesOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new DataSectigoInventoryConnectorImportAssignmentRulesConditionsList(this, "conditions", false);
        this._groups = new DataSectigoInventoryConnectorImportAssignmentRulesGroupsList(this, "groups", false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._conditions?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.conditions = this._conditions?.internalValue;
        }
        if (this._customAttributes !== undefined) {
            hasAnyValues = true;
            internalValueResult.customAttributes = this._customAttributes;
        }
        if (this._groups?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.groups = this._groups?.internalValue;
        }
        if (this._match !== undefined) {
            hasAnyValues = true;
            internalValueResult.match = this._match;
        }
        if (this._name !== undefined) {
            hasAnyValues = true;
            internalValueResult.name = this._name;
        }
        if (this._owners !== undefined) {
            hasAnyValues = true;
            internalValueResult.owners = this._owners;
        }
        if (this._tags !== undefined) {
            hasAnyValues = true;
            internalValueResult.tags = this._tags;
        }
        if (this._version !== undefined) {
            hasAnyValues = true;
            internalValueResult.version = this._version;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._conditions.internalValue = undefined;
            this._customAttributes = undefined;
            this._groups.internalValue = undefined;
            this._match = undefined;
            this._name = undefined;
            this._owners = undefined;
            this._tags = undefined;
            this._version = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._conditions.internalValue = value.conditions;
            this._customAttributes = value.customAttributes;
            this._groups.internalValue = value.groups;
            this._match = value.match;
            this._name = value.name;
            this._owners = value.owners;
            this._tags = value.tags;
            this._version = value.version;
        }
    }
    get conditions() {
        return this._conditions;
    }
    putConditions(value) {
        this._conditions.internalValue = value;
    }
    resetConditions() {
        this._conditions.internalValue = undefined;
    }
    get conditionsInput() {
        return this._conditions.internalValue;
    }
    get customAttributes() {
        return this.getStringMapAttribute('custom_attributes');
    }
    set customAttributes(value) {
        this._customAttributes = value;
    }
    resetCustomAttributes() {
        this._customAttributes = undefined;
    }
    get customAttributesInput() {
        return this._customAttributes;
    }
    get groups() {
        return this._groups;
    }
    putGroups(value) {
        this._groups.internalValue = value;
    }
    resetGroups() {
        this._groups.internalValue = undefined;
    }
    get groupsInput() {
        return this._groups.internalValue;
    }
    get match() {
        return this.getStringAttribute('match');
    }
    set match(value) {
        this._match = value;
    }
    resetMatch() {
        this._match = undefined;
    }
    get matchInput() {
        return this._match;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
    }
    get owners() {
        return cdktf.Fn.tolist(this.getListAttribute('owners'));
    }
    set owners(value) {
        this._owners = value;
    }
    resetOwners() {
        this._owners = undefined;
    }
    get ownersInput() {
        return this._owners;
    }
    get tags() {
        return cdktf.Fn.tolist(this.getListAttribute('tags'));
    }
    set tags(value) {
        this._tags = value;
    }
    resetTags() {
        this._tags = undefined;
    }
    get tagsInput() {
        return this._tags;
    }
    get version() {
        return this.getNumberAttribute('version');
    }
    set version(value) {
        this._version = value;
    }
    resetVersion() {
        this._version = undefined;
    }
    get versionInput() {
        return this._version;
    }
}
exports.DataSectigoInventoryConnectorImportAssignmentRulesOutputReference = DataSectigoInventoryConnectorImportAssignmentRulesOutputReference;
class DataSectigoInventoryConnectorImportAssignmentRulesList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataSectigoInventoryConnectorImportAssignmentRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoInventoryConnectorImportAssignmentRulesList = DataSectigoInventoryConnectorImportAssignmentRulesList;
function dataSectigoInventoryConnectorImportFrequencyToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        unit: cdktf.stringToTerraform(struct.unit),
        value: cdktf.numberToTerraform(struct.value),
    };
}
function dataSectigoInventoryConnectorImportFrequencyToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        unit: {
            value: cdktf.stringToHclTerraform(struct.unit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.numberToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryConnectorImportFrequencyOutputReference extends cdktf.ComplexObject {
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
        if (this._unit !== undefined) {
            hasAnyValues = true;
            internalValueResult.unit = this._unit;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._unit = undefined;
            this._value = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._unit = value.unit;
            this._value = value.value;
        }
    }
    get unit() {
        return this.getStringAttribute('unit');
    }
    set unit(value) {
        this._unit = value;
    }
    get unitInput() {
        return this._unit;
    }
    get value() {
        return this.getNumberAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    get valueInput() {
        return this._value;
    }
}
exports.DataSectigoInventoryConnectorImportFrequencyOutputReference = DataSectigoInventoryConnectorImportFrequencyOutputReference;
function dataSectigoInventoryConnectorImportFullImportEveryToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        unit: cdktf.stringToTerraform(struct.unit),
        value: cdktf.numberToTerraform(struct.value),
    };
}
function dataSectigoInventoryConnectorImportFullImportEveryToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        unit: {
            value: cdktf.stringToHclTerraform(struct.unit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.numberToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryConnectorImportFullImportEveryOutputReference extends cdktf.ComplexObject {
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
        if (this._unit !== undefined) {
            hasAnyValues = true;
            internalValueResult.unit = this._unit;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._unit = undefined;
            this._value = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._unit = value.unit;
            this._value = value.value;
        }
    }
    get unit() {
        return this.getStringAttribute('unit');
    }
    set unit(value) {
        this._unit = value;
    }
    get unitInput() {
        return this._unit;
    }
    get value() {
        return this.getNumberAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    get valueInput() {
        return this._value;
    }
}
exports.DataSectigoInventoryConnectorImportFullImportEveryOutputReference = DataSectigoInventoryConnectorImportFullImportEveryOutputReference;
function dataSectigoInventoryConnectorImportToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        assignment_rules: cdktf.listMapper(dataSectigoInventoryConnectorImportAssignmentRulesToTerraform, false)(struct.assignmentRules),
        business_unit: cdktf.stringToTerraform(struct.businessUnit),
        business_units_by_organization: cdktf.hashMapper(cdktf.stringToTerraform)(struct.businessUnitsByOrganization),
        certificate_types: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.certificateTypes),
        frequency: dataSectigoInventoryConnectorImportFrequencyToTerraform(struct.frequency),
        full_import_every: dataSectigoInventoryConnectorImportFullImportEveryToTerraform(struct.fullImportEvery),
        include_discovered: cdktf.booleanToTerraform(struct.includeDiscovered),
        include_expired: cdktf.booleanToTerraform(struct.includeExpired),
        include_revoked: cdktf.booleanToTerraform(struct.includeRevoked),
        organizations: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.organizations),
        scm_profiles: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.scmProfiles),
        statuses: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.statuses),
    };
}
function dataSectigoInventoryConnectorImportToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        assignment_rules: {
            value: cdktf.listMapperHcl(dataSectigoInventoryConnectorImportAssignmentRulesToHclTerraform, false)(struct.assignmentRules),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoInventoryConnectorImportAssignmentRulesList",
        },
        business_unit: {
            value: cdktf.stringToHclTerraform(struct.businessUnit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        business_units_by_organization: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.businessUnitsByOrganization),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        certificate_types: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.certificateTypes),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        frequency: {
            value: dataSectigoInventoryConnectorImportFrequencyToHclTerraform(struct.frequency),
            isBlock: true,
            type: "struct",
            storageClassType: "DataSectigoInventoryConnectorImportFrequency",
        },
        full_import_every: {
            value: dataSectigoInventoryConnectorImportFullImportEveryToHclTerraform(struct.fullImportEvery),
            isBlock: true,
            type: "struct",
            storageClassType: "DataSectigoInventoryConnectorImportFullImportEvery",
        },
        include_discovered: {
            value: cdktf.booleanToHclTerraform(struct.includeDiscovered),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        include_expired: {
            value: cdktf.booleanToHclTerraform(struct.includeExpired),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        include_revoked: {
            value: cdktf.booleanToHclTerraform(struct.includeRevoked),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        organizations: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.organizations),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        scm_profiles: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.scmProfiles),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        statuses: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.statuses),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryConnectorImportOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._assignmentRules = new DataSectigoInventoryConnectorImportAssignmentRulesList(this, "assignment_rules", false);
        this._frequency = new DataSectigoInventoryConnectorImportFrequencyOutputReference(this, "frequency");
        this._fullImportEvery = new DataSectigoInventoryConnectorImportFullImportEveryOutputReference(this, "full_import_every");
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._assignmentRules?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.assignmentRules = this._assignmentRules?.internalValue;
        }
        if (this._businessUnit !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnit = this._businessUnit;
        }
        if (this._businessUnitsByOrganization !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnitsByOrganization = this._businessUnitsByOrganization;
        }
        if (this._certificateTypes !== undefined) {
            hasAnyValues = true;
            internalValueResult.certificateTypes = this._certificateTypes;
        }
        if (this._frequency?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.frequency = this._frequency?.internalValue;
        }
        if (this._fullImportEvery?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.fullImportEvery = this._fullImportEvery?.internalValue;
        }
        if (this._includeDiscovered !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeDiscovered = this._includeDiscovered;
        }
        if (this._includeExpired !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeExpired = this._includeExpired;
        }
        if (this._includeRevoked !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeRevoked = this._includeRevoked;
        }
        if (this._organizations !== undefined) {
            hasAnyValues = true;
            internalValueResult.organizations = this._organizations;
        }
        if (this._scmProfiles !== undefined) {
            hasAnyValues = true;
            internalValueResult.scmProfiles = this._scmProfiles;
        }
        if (this._statuses !== undefined) {
            hasAnyValues = true;
            internalValueResult.statuses = this._statuses;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._assignmentRules.internalValue = undefined;
            this._businessUnit = undefined;
            this._businessUnitsByOrganization = undefined;
            this._certificateTypes = undefined;
            this._frequency.internalValue = undefined;
            this._fullImportEvery.internalValue = undefined;
            this._includeDiscovered = undefined;
            this._includeExpired = undefined;
            this._includeRevoked = undefined;
            this._organizations = undefined;
            this._scmProfiles = undefined;
            this._statuses = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._assignmentRules.internalValue = value.assignmentRules;
            this._businessUnit = value.businessUnit;
            this._businessUnitsByOrganization = value.businessUnitsByOrganization;
            this._certificateTypes = value.certificateTypes;
            this._frequency.internalValue = value.frequency;
            this._fullImportEvery.internalValue = value.fullImportEvery;
            this._includeDiscovered = value.includeDiscovered;
            this._includeExpired = value.includeExpired;
            this._includeRevoked = value.includeRevoked;
            this._organizations = value.organizations;
            this._scmProfiles = value.scmProfiles;
            this._statuses = value.statuses;
        }
    }
    get assignmentRules() {
        return this._assignmentRules;
    }
    putAssignmentRules(value) {
        this._assignmentRules.internalValue = value;
    }
    resetAssignmentRules() {
        this._assignmentRules.internalValue = undefined;
    }
    get assignmentRulesInput() {
        return this._assignmentRules.internalValue;
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
    get businessUnitsByOrganization() {
        return this.getStringMapAttribute('business_units_by_organization');
    }
    set businessUnitsByOrganization(value) {
        this._businessUnitsByOrganization = value;
    }
    resetBusinessUnitsByOrganization() {
        this._businessUnitsByOrganization = undefined;
    }
    get businessUnitsByOrganizationInput() {
        return this._businessUnitsByOrganization;
    }
    get certificateTypes() {
        return cdktf.Fn.tolist(this.getListAttribute('certificate_types'));
    }
    set certificateTypes(value) {
        this._certificateTypes = value;
    }
    resetCertificateTypes() {
        this._certificateTypes = undefined;
    }
    get certificateTypesInput() {
        return this._certificateTypes;
    }
    get frequency() {
        return this._frequency;
    }
    putFrequency(value) {
        this._frequency.internalValue = value;
    }
    resetFrequency() {
        this._frequency.internalValue = undefined;
    }
    get frequencyInput() {
        return this._frequency.internalValue;
    }
    get fullImportEvery() {
        return this._fullImportEvery;
    }
    putFullImportEvery(value) {
        this._fullImportEvery.internalValue = value;
    }
    resetFullImportEvery() {
        this._fullImportEvery.internalValue = undefined;
    }
    get fullImportEveryInput() {
        return this._fullImportEvery.internalValue;
    }
    get includeDiscovered() {
        return this.getBooleanAttribute('include_discovered');
    }
    set includeDiscovered(value) {
        this._includeDiscovered = value;
    }
    resetIncludeDiscovered() {
        this._includeDiscovered = undefined;
    }
    get includeDiscoveredInput() {
        return this._includeDiscovered;
    }
    get includeExpired() {
        return this.getBooleanAttribute('include_expired');
    }
    set includeExpired(value) {
        this._includeExpired = value;
    }
    resetIncludeExpired() {
        this._includeExpired = undefined;
    }
    get includeExpiredInput() {
        return this._includeExpired;
    }
    get includeRevoked() {
        return this.getBooleanAttribute('include_revoked');
    }
    set includeRevoked(value) {
        this._includeRevoked = value;
    }
    resetIncludeRevoked() {
        this._includeRevoked = undefined;
    }
    get includeRevokedInput() {
        return this._includeRevoked;
    }
    get organizations() {
        return cdktf.Fn.tolist(this.getListAttribute('organizations'));
    }
    set organizations(value) {
        this._organizations = value;
    }
    resetOrganizations() {
        this._organizations = undefined;
    }
    get organizationsInput() {
        return this._organizations;
    }
    get scmProfiles() {
        return cdktf.Fn.tolist(this.getListAttribute('scm_profiles'));
    }
    set scmProfiles(value) {
        this._scmProfiles = value;
    }
    resetScmProfiles() {
        this._scmProfiles = undefined;
    }
    get scmProfilesInput() {
        return this._scmProfiles;
    }
    get statuses() {
        return cdktf.Fn.tolist(this.getListAttribute('statuses'));
    }
    set statuses(value) {
        this._statuses = value;
    }
    resetStatuses() {
        this._statuses = undefined;
    }
    get statusesInput() {
        return this._statuses;
    }
}
exports.DataSectigoInventoryConnectorImportOutputReference = DataSectigoInventoryConnectorImportOutputReference;
function dataSectigoInventoryConnectorToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        business_unit: cdktf.stringToTerraform(struct.businessUnit),
        customer_uri: cdktf.stringToTerraform(struct.customerUri),
        host: cdktf.stringToTerraform(struct.host),
        import: dataSectigoInventoryConnectorImportToTerraform(struct.import),
        name: cdktf.stringToTerraform(struct.name),
        sensors: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.sensors),
        verify: cdktf.booleanToTerraform(struct.verify),
        version: cdktf.numberToTerraform(struct.version),
    };
}
function dataSectigoInventoryConnectorToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        business_unit: {
            value: cdktf.stringToHclTerraform(struct.businessUnit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        customer_uri: {
            value: cdktf.stringToHclTerraform(struct.customerUri),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        host: {
            value: cdktf.stringToHclTerraform(struct.host),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        import: {
            value: dataSectigoInventoryConnectorImportToHclTerraform(struct.import),
            isBlock: true,
            type: "struct",
            storageClassType: "DataSectigoInventoryConnectorImport",
        },
        name: {
            value: cdktf.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        sensors: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.sensors),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        verify: {
            value: cdktf.booleanToHclTerraform(struct.verify),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        version: {
            value: cdktf.numberToHclTerraform(struct.version),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryConnectorOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._import = new DataSectigoInventoryConnectorImportOutputReference(this, "import");
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._businessUnit !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnit = this._businessUnit;
        }
        if (this._customerUri !== undefined) {
            hasAnyValues = true;
            internalValueResult.customerUri = this._customerUri;
        }
        if (this._host !== undefined) {
            hasAnyValues = true;
            internalValueResult.host = this._host;
        }
        if (this._import?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.import = this._import?.internalValue;
        }
        if (this._name !== undefined) {
            hasAnyValues = true;
            internalValueResult.name = this._name;
        }
        if (this._sensors !== undefined) {
            hasAnyValues = true;
            internalValueResult.sensors = this._sensors;
        }
        if (this._verify !== undefined) {
            hasAnyValues = true;
            internalValueResult.verify = this._verify;
        }
        if (this._version !== undefined) {
            hasAnyValues = true;
            internalValueResult.version = this._version;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._businessUnit = undefined;
            this._customerUri = undefined;
            this._host = undefined;
            this._import.internalValue = undefined;
            this._name = undefined;
            this._sensors = undefined;
            this._verify = undefined;
            this._version = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._businessUnit = value.businessUnit;
            this._customerUri = value.customerUri;
            this._host = value.host;
            this._import.internalValue = value.import;
            this._name = value.name;
            this._sensors = value.sensors;
            this._verify = value.verify;
            this._version = value.version;
        }
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
    get customerUri() {
        return this.getStringAttribute('customer_uri');
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
    get host() {
        return this.getStringAttribute('host');
    }
    set host(value) {
        this._host = value;
    }
    resetHost() {
        this._host = undefined;
    }
    get hostInput() {
        return this._host;
    }
    get import() {
        return this._import;
    }
    putImport(value) {
        this._import.internalValue = value;
    }
    resetImport() {
        this._import.internalValue = undefined;
    }
    get importInput() {
        return this._import.internalValue;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
    }
    get sensors() {
        return this.getListAttribute('sensors');
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
    get verify() {
        return this.getBooleanAttribute('verify');
    }
    set verify(value) {
        this._verify = value;
    }
    resetVerify() {
        this._verify = undefined;
    }
    get verifyInput() {
        return this._verify;
    }
    get version() {
        return this.getNumberAttribute('version');
    }
    set version(value) {
        this._version = value;
    }
    resetVersion() {
        this._version = undefined;
    }
    get versionInput() {
        return this._version;
    }
}
exports.DataSectigoInventoryConnectorOutputReference = DataSectigoInventoryConnectorOutputReference;
function dataSectigoInventoryCountsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataSectigoInventoryCountsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataSectigoInventoryCountsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._byExpiry = new cdktf.NumberMap(this, "by_expiry");
        this._byIssuer = new cdktf.NumberMap(this, "by_issuer");
        this._byKeyType = new cdktf.NumberMap(this, "by_key_type");
        this._byOrganization = new cdktf.NumberMap(this, "by_organization");
        this._byStatus = new cdktf.NumberMap(this, "by_status");
        this._byType = new cdktf.NumberMap(this, "by_type");
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
    get byExpiry() {
        return this._byExpiry;
    }
    get byIssuer() {
        return this._byIssuer;
    }
    get byKeyType() {
        return this._byKeyType;
    }
    get byOrganization() {
        return this._byOrganization;
    }
    get byStatus() {
        return this._byStatus;
    }
    get byType() {
        return this._byType;
    }
}
exports.DataSectigoInventoryCountsOutputReference = DataSectigoInventoryCountsOutputReference;
function dataSectigoInventoryFilterConditionsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        attribute: cdktf.stringToTerraform(struct.attribute),
        operator: cdktf.stringToTerraform(struct.operator),
        value: cdktf.stringToTerraform(struct.value),
        values: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.values),
    };
}
function dataSectigoInventoryFilterConditionsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        attribute: {
            value: cdktf.stringToHclTerraform(struct.attribute),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        operator: {
            value: cdktf.stringToHclTerraform(struct.operator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        values: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.values),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryFilterConditionsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._attribute !== undefined) {
            hasAnyValues = true;
            internalValueResult.attribute = this._attribute;
        }
        if (this._operator !== undefined) {
            hasAnyValues = true;
            internalValueResult.operator = this._operator;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        if (this._values !== undefined) {
            hasAnyValues = true;
            internalValueResult.values = this._values;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._attribute = undefined;
            this._operator = undefined;
            this._value = undefined;
            this._values = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._attribute = value.attribute;
            this._operator = value.operator;
            this._value = value.value;
            this._values = value.values;
        }
    }
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    set attribute(value) {
        this._attribute = value;
    }
    get attributeInput() {
        return this._attribute;
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    set operator(value) {
        this._operator = value;
    }
    get operatorInput() {
        return this._operator;
    }
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    get valueInput() {
        return this._value;
    }
    get values() {
        return this.getListAttribute('values');
    }
    set values(value) {
        this._values = value;
    }
    resetValues() {
        this._values = undefined;
    }
    get valuesInput() {
        return this._values;
    }
}
exports.DataSectigoInventoryFilterConditionsOutputReference = DataSectigoInventoryFilterConditionsOutputReference;
class DataSectigoInventoryFilterConditionsList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataSectigoInventoryFilterConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoInventoryFilterConditionsList = DataSectigoInventoryFilterConditionsList;
function dataSectigoInventoryFilterToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        business_units: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.businessUnits),
        certificate_types: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.certificateTypes),
        conditions: cdktf.listMapper(dataSectigoInventoryFilterConditionsToTerraform, false)(struct.conditions),
        expires_within_days: cdktf.numberToTerraform(struct.expiresWithinDays),
        organizations: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.organizations),
        owners: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.owners),
        scm_profiles: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.scmProfiles),
        statuses: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.statuses),
        tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.tags),
        text: cdktf.stringToTerraform(struct.text),
    };
}
function dataSectigoInventoryFilterToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        business_units: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.businessUnits),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        certificate_types: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.certificateTypes),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        conditions: {
            value: cdktf.listMapperHcl(dataSectigoInventoryFilterConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "DataSectigoInventoryFilterConditionsList",
        },
        expires_within_days: {
            value: cdktf.numberToHclTerraform(struct.expiresWithinDays),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        organizations: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.organizations),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        owners: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.owners),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        scm_profiles: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.scmProfiles),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        statuses: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.statuses),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        tags: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.tags),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        text: {
            value: cdktf.stringToHclTerraform(struct.text),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventoryFilterOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._conditions = new DataSectigoInventoryFilterConditionsList(this, "conditions", false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._businessUnits !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnits = this._businessUnits;
        }
        if (this._certificateTypes !== undefined) {
            hasAnyValues = true;
            internalValueResult.certificateTypes = this._certificateTypes;
        }
        if (this._conditions?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.conditions = this._conditions?.internalValue;
        }
        if (this._expiresWithinDays !== undefined) {
            hasAnyValues = true;
            internalValueResult.expiresWithinDays = this._expiresWithinDays;
        }
        if (this._organizations !== undefined) {
            hasAnyValues = true;
            internalValueResult.organizations = this._organizations;
        }
        if (this._owners !== undefined) {
            hasAnyValues = true;
            internalValueResult.owners = this._owners;
        }
        if (this._scmProfiles !== undefined) {
            hasAnyValues = true;
            internalValueResult.scmProfiles = this._scmProfiles;
        }
        if (this._statuses !== undefined) {
            hasAnyValues = true;
            internalValueResult.statuses = this._statuses;
        }
        if (this._tags !== undefined) {
            hasAnyValues = true;
            internalValueResult.tags = this._tags;
        }
        if (this._text !== undefined) {
            hasAnyValues = true;
            internalValueResult.text = this._text;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._businessUnits = undefined;
            this._certificateTypes = undefined;
            this._conditions.internalValue = undefined;
            this._expiresWithinDays = undefined;
            this._organizations = undefined;
            this._owners = undefined;
            this._scmProfiles = undefined;
            this._statuses = undefined;
            this._tags = undefined;
            this._text = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._businessUnits = value.businessUnits;
            this._certificateTypes = value.certificateTypes;
            this._conditions.internalValue = value.conditions;
            this._expiresWithinDays = value.expiresWithinDays;
            this._organizations = value.organizations;
            this._owners = value.owners;
            this._scmProfiles = value.scmProfiles;
            this._statuses = value.statuses;
            this._tags = value.tags;
            this._text = value.text;
        }
    }
    get businessUnits() {
        return cdktf.Fn.tolist(this.getListAttribute('business_units'));
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
    get certificateTypes() {
        return cdktf.Fn.tolist(this.getListAttribute('certificate_types'));
    }
    set certificateTypes(value) {
        this._certificateTypes = value;
    }
    resetCertificateTypes() {
        this._certificateTypes = undefined;
    }
    get certificateTypesInput() {
        return this._certificateTypes;
    }
    get conditions() {
        return this._conditions;
    }
    putConditions(value) {
        this._conditions.internalValue = value;
    }
    resetConditions() {
        this._conditions.internalValue = undefined;
    }
    get conditionsInput() {
        return this._conditions.internalValue;
    }
    get expiresWithinDays() {
        return this.getNumberAttribute('expires_within_days');
    }
    set expiresWithinDays(value) {
        this._expiresWithinDays = value;
    }
    resetExpiresWithinDays() {
        this._expiresWithinDays = undefined;
    }
    get expiresWithinDaysInput() {
        return this._expiresWithinDays;
    }
    get organizations() {
        return cdktf.Fn.tolist(this.getListAttribute('organizations'));
    }
    set organizations(value) {
        this._organizations = value;
    }
    resetOrganizations() {
        this._organizations = undefined;
    }
    get organizationsInput() {
        return this._organizations;
    }
    get owners() {
        return cdktf.Fn.tolist(this.getListAttribute('owners'));
    }
    set owners(value) {
        this._owners = value;
    }
    resetOwners() {
        this._owners = undefined;
    }
    get ownersInput() {
        return this._owners;
    }
    get scmProfiles() {
        return cdktf.Fn.tolist(this.getListAttribute('scm_profiles'));
    }
    set scmProfiles(value) {
        this._scmProfiles = value;
    }
    resetScmProfiles() {
        this._scmProfiles = undefined;
    }
    get scmProfilesInput() {
        return this._scmProfiles;
    }
    get statuses() {
        return cdktf.Fn.tolist(this.getListAttribute('statuses'));
    }
    set statuses(value) {
        this._statuses = value;
    }
    resetStatuses() {
        this._statuses = undefined;
    }
    get statusesInput() {
        return this._statuses;
    }
    get tags() {
        return cdktf.Fn.tolist(this.getListAttribute('tags'));
    }
    set tags(value) {
        this._tags = value;
    }
    resetTags() {
        this._tags = undefined;
    }
    get tagsInput() {
        return this._tags;
    }
    get text() {
        return this.getStringAttribute('text');
    }
    set text(value) {
        this._text = value;
    }
    resetText() {
        this._text = undefined;
    }
    get textInput() {
        return this._text;
    }
}
exports.DataSectigoInventoryFilterOutputReference = DataSectigoInventoryFilterOutputReference;
function dataSectigoInventoryRowsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function dataSectigoInventoryRowsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class DataSectigoInventoryRowsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._customAttributes = new cdktf.StringMap(this, "custom_attributes");
        this._customFields = new cdktf.StringMap(this, "custom_fields");
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
    get approved() {
        return this.getStringAttribute('approved');
    }
    get approver() {
        return this.getStringAttribute('approver');
    }
    get autoInstallState() {
        return this.getStringAttribute('auto_install_state');
    }
    get autoRenewState() {
        return this.getStringAttribute('auto_renew_state');
    }
    get backendCertId() {
        return this.getStringAttribute('backend_cert_id');
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    get certificateId() {
        return this.getNumberAttribute('certificate_id');
    }
    get comments() {
        return this.getStringAttribute('comments');
    }
    get commonName() {
        return this.getStringAttribute('common_name');
    }
    get customAttributes() {
        return this._customAttributes;
    }
    get customFields() {
        return this._customFields;
    }
    get declined() {
        return this.getStringAttribute('declined');
    }
    get email() {
        return this.getStringAttribute('email');
    }
    get expires() {
        return this.getStringAttribute('expires');
    }
    get extendedKeyUsages() {
        return this.getListAttribute('extended_key_usages');
    }
    get externalRequesters() {
        return this.getListAttribute('external_requesters');
    }
    get isRenewed() {
        return this.getBooleanAttribute('is_renewed');
    }
    get issued() {
        return this.getStringAttribute('issued');
    }
    get issuer() {
        return this.getStringAttribute('issuer');
    }
    get keyAlgorithm() {
        return this.getStringAttribute('key_algorithm');
    }
    get keySize() {
        return this.getNumberAttribute('key_size');
    }
    get keyStrength() {
        return this.getNumberAttribute('key_strength');
    }
    get keyUsages() {
        return this.getListAttribute('key_usages');
    }
    get orderNumber() {
        return this.getStringAttribute('order_number');
    }
    get organizationId() {
        return this.getNumberAttribute('organization_id');
    }
    get organizationName() {
        return this.getStringAttribute('organization_name');
    }
    get origin() {
        return this.getStringAttribute('origin');
    }
    get owners() {
        return this.getListAttribute('owners');
    }
    get personName() {
        return this.getStringAttribute('person_name');
    }
    get renewed() {
        return this.getStringAttribute('renewed');
    }
    get replaced() {
        return this.getStringAttribute('replaced');
    }
    get requested() {
        return this.getStringAttribute('requested');
    }
    get requestedVia() {
        return this.getStringAttribute('requested_via');
    }
    get requester() {
        return this.getStringAttribute('requester');
    }
    get revocationReasonCode() {
        return this.getNumberAttribute('revocation_reason_code');
    }
    get revoked() {
        return this.getStringAttribute('revoked');
    }
    get scmProfileId() {
        return this.getNumberAttribute('scm_profile_id');
    }
    get scmProfileName() {
        return this.getStringAttribute('scm_profile_name');
    }
    get serialNumber() {
        return this.getStringAttribute('serial_number');
    }
    get sha1Hash() {
        return this.getStringAttribute('sha1_hash');
    }
    get sha256Hash() {
        return this.getStringAttribute('sha256_hash');
    }
    get signatureAlgorithm() {
        return this.getStringAttribute('signature_algorithm');
    }
    get status() {
        return this.getStringAttribute('status');
    }
    get subject() {
        return this.getStringAttribute('subject');
    }
    get subjectAlternativeNames() {
        return this.getListAttribute('subject_alternative_names');
    }
    get tags() {
        return this.getListAttribute('tags');
    }
    get termDays() {
        return this.getNumberAttribute('term_days');
    }
    get type() {
        return this.getStringAttribute('type');
    }
    get validationType() {
        return this.getStringAttribute('validation_type');
    }
    get vendor() {
        return this.getStringAttribute('vendor');
    }
}
exports.DataSectigoInventoryRowsOutputReference = DataSectigoInventoryRowsOutputReference;
class DataSectigoInventoryRowsList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new DataSectigoInventoryRowsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataSectigoInventoryRowsList = DataSectigoInventoryRowsList;
function dataSectigoInventorySortToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        by: cdktf.stringToTerraform(struct.by),
        descending: cdktf.booleanToTerraform(struct.descending),
    };
}
function dataSectigoInventorySortToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        by: {
            value: cdktf.stringToHclTerraform(struct.by),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        descending: {
            value: cdktf.booleanToHclTerraform(struct.descending),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class DataSectigoInventorySortOutputReference extends cdktf.ComplexObject {
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
        if (this._by !== undefined) {
            hasAnyValues = true;
            internalValueResult.by = this._by;
        }
        if (this._descending !== undefined) {
            hasAnyValues = true;
            internalValueResult.descending = this._descending;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._by = undefined;
            this._descending = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._by = value.by;
            this._descending = value.descending;
        }
    }
    get by() {
        return this.getStringAttribute('by');
    }
    set by(value) {
        this._by = value;
    }
    get byInput() {
        return this._by;
    }
    get descending() {
        return this.getBooleanAttribute('descending');
    }
    set descending(value) {
        this._descending = value;
    }
    resetDescending() {
        this._descending = undefined;
    }
    get descendingInput() {
        return this._descending;
    }
}
exports.DataSectigoInventorySortOutputReference = DataSectigoInventorySortOutputReference;
class DataSectigoInventory extends cdktf.TerraformDataSource {
    static { this.tfResourceType = "sectigo_inventory"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_inventory", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'sectigo_inventory',
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
        this._connector = new DataSectigoInventoryConnectorOutputReference(this, "connector");
        this._counts = new DataSectigoInventoryCountsOutputReference(this, "counts");
        this._filter = new DataSectigoInventoryFilterOutputReference(this, "filter");
        this._rows = new DataSectigoInventoryRowsList(this, "rows", false);
        this._sort = new DataSectigoInventorySortOutputReference(this, "sort");
        this._connector.internalValue = config.connector;
        this._details = config.details;
        this._filter.internalValue = config.filter;
        this._includePersons = config.includePersons;
        this._limit = config.limit;
        this._refresh = config.refresh;
        this._sort.internalValue = config.sort;
        this._store = config.store;
    }
    get connector() {
        return this._connector;
    }
    putConnector(value) {
        this._connector.internalValue = value;
    }
    get connectorInput() {
        return this._connector.internalValue;
    }
    get counts() {
        return this._counts;
    }
    get details() {
        return this.getBooleanAttribute('details');
    }
    set details(value) {
        this._details = value;
    }
    resetDetails() {
        this._details = undefined;
    }
    get detailsInput() {
        return this._details;
    }
    get filter() {
        return this._filter;
    }
    putFilter(value) {
        this._filter.internalValue = value;
    }
    resetFilter() {
        this._filter.internalValue = undefined;
    }
    get filterInput() {
        return this._filter.internalValue;
    }
    get importedAt() {
        return this.getStringAttribute('imported_at');
    }
    get includePersons() {
        return this.getBooleanAttribute('include_persons');
    }
    set includePersons(value) {
        this._includePersons = value;
    }
    resetIncludePersons() {
        this._includePersons = undefined;
    }
    get includePersonsInput() {
        return this._includePersons;
    }
    get limit() {
        return this.getNumberAttribute('limit');
    }
    set limit(value) {
        this._limit = value;
    }
    resetLimit() {
        this._limit = undefined;
    }
    get limitInput() {
        return this._limit;
    }
    get refresh() {
        return this.getStringAttribute('refresh');
    }
    set refresh(value) {
        this._refresh = value;
    }
    resetRefresh() {
        this._refresh = undefined;
    }
    get refreshInput() {
        return this._refresh;
    }
    get rows() {
        return this._rows;
    }
    get sort() {
        return this._sort;
    }
    putSort(value) {
        this._sort.internalValue = value;
    }
    resetSort() {
        this._sort.internalValue = undefined;
    }
    get sortInput() {
        return this._sort.internalValue;
    }
    get store() {
        return this.getStringAttribute('store');
    }
    set store(value) {
        this._store = value;
    }
    resetStore() {
        this._store = undefined;
    }
    get storeInput() {
        return this._store;
    }
    get total() {
        return this.getNumberAttribute('total');
    }
    synthesizeAttributes() {
        return {
            connector: dataSectigoInventoryConnectorToTerraform(this._connector.internalValue),
            details: cdktf.booleanToTerraform(this._details),
            filter: dataSectigoInventoryFilterToTerraform(this._filter.internalValue),
            include_persons: cdktf.booleanToTerraform(this._includePersons),
            limit: cdktf.numberToTerraform(this._limit),
            refresh: cdktf.stringToTerraform(this._refresh),
            sort: dataSectigoInventorySortToTerraform(this._sort.internalValue),
            store: cdktf.stringToTerraform(this._store),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            connector: {
                value: dataSectigoInventoryConnectorToHclTerraform(this._connector.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "DataSectigoInventoryConnector",
            },
            details: {
                value: cdktf.booleanToHclTerraform(this._details),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            filter: {
                value: dataSectigoInventoryFilterToHclTerraform(this._filter.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "DataSectigoInventoryFilter",
            },
            include_persons: {
                value: cdktf.booleanToHclTerraform(this._includePersons),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            limit: {
                value: cdktf.numberToHclTerraform(this._limit),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            refresh: {
                value: cdktf.stringToHclTerraform(this._refresh),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sort: {
                value: dataSectigoInventorySortToHclTerraform(this._sort.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "DataSectigoInventorySort",
            },
            store: {
                value: cdktf.stringToHclTerraform(this._store),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataSectigoInventory = DataSectigoInventory;
