#include "nn/TensorPlan.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "nn/QuotedName.h"

namespace isostain {

namespace {

using pickle::Call;
using pickle::Dict;
using pickle::Document;
using pickle::Global;
using pickle::Persistent;
using pickle::Tuple;
using pickle::ValueId;

constexpr std::size_t kMaxDimensions = 64; // PyTorch's own limit

std::optional<ElementType> elementTypeOf(Global storageType)
{
    switch (storageType) {
    case Global::HalfStorage:
        return ElementType::Float16;
    case Global::BFloat16Storage:
        return ElementType::BFloat16;
    case Global::FloatStorage:
        return ElementType::Float32;
    case Global::DoubleStorage:
        return ElementType::Float64;
    case Global::BoolStorage:
    case Global::ByteStorage:
    case Global::CharStorage:
        return ElementType::Integer8;
    case Global::ShortStorage:
        return ElementType::Integer16;
    case Global::IntStorage:
        return ElementType::Integer32;
    case Global::LongStorage:
        return ElementType::Integer64;
    case Global::OrderedDict:
    case Global::RebuildTensor:
    case Global::RebuildParameter:
        break;
    }
    return std::nullopt;
}

bool isFloat(ElementType type)
{
    return type <= ElementType::Float64;
}

/// A storage as a tensor names it: the whole of one, or with the legacy format a part of one.
struct StorageReference {
    std::string_view key;
    StorageInfo whole;
    std::uint64_t begin = 0;
    std::uint64_t count = 0;
};

class Planner {
public:
    Planner(const Document& document, std::uint64_t maxBytes, const std::string& subject)
        : m_document(document),
          m_maxBytes(maxBytes),
          m_subject(subject)
    {
    }

    Result<TensorPlan> plan();

private:
    tl::unexpected<Error> corrupt(std::string detail) const
    {
        return fail(ErrorCode::CheckpointCorrupt, m_subject, std::move(detail));
    }

    std::optional<std::uint64_t> naturalNumber(ValueId id) const;
    Result<StorageReference> storageReference(const Persistent& persistent) const;
    Result<void> planStorages();
    const Dict* stateDict() const;
    bool holdsTensors(const Dict& dict) const;
    const Tuple* tensorArguments(ValueId id) const;
    Result<void> planTensor(std::string name, const Tuple& arguments);
    Result<void> planView(TensorView& view, const StorageReference& storage, const Tuple& arguments);

    const Document& m_document;
    const std::uint64_t m_maxBytes;
    const std::string& m_subject;
    std::uint64_t m_bytes = 0;
    TensorPlan m_plan;
};

std::optional<std::uint64_t> Planner::naturalNumber(ValueId id) const
{
    const auto* number = m_document.as<std::int64_t>(id);
    return number && *number >= 0 ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

/// ("storage", type, key, device, count[, None or (view key, offset, count)]), torch/serialization.py.
Result<StorageReference> Planner::storageReference(const Persistent& persistent) const
{
    const auto* tuple = m_document.as<Tuple>(persistent.reference);
    const auto* kind = tuple && !tuple->items.empty() ? m_document.as<std::string_view>(tuple->items[0]) : nullptr;
    if (kind && *kind == "module")
        return fail(ErrorCode::CheckpointRefused, m_subject, "it holds a whole module with its source code");
    if (!kind || *kind != "storage" || tuple->items.size() < 5 || tuple->items.size() > 6)
        return corrupt("a storage is not described as PyTorch does");
    const auto* global = m_document.as<Global>(tuple->items[1]);
    const auto* key = m_document.as<std::string_view>(tuple->items[2]);
    const auto count = naturalNumber(tuple->items[4]);
    const auto type = global ? elementTypeOf(*global) : std::nullopt;
    if (!type || !key || !count)
        return corrupt("a storage is not described as PyTorch does");
    if (*count > std::uint64_t(std::numeric_limits<std::int64_t>::max()) / sizeBytes(*type))
        return corrupt("storage " + quotedName(*key) + " claims an impossible size");

    StorageReference storage{*key, {*type, *count}, 0, *count};
    if (tuple->items.size() == 6 && !m_document.as<pickle::None>(tuple->items[5])) {
        const auto* view = m_document.as<Tuple>(tuple->items[5]);
        const auto begin = view && view->items.size() == 3 ? naturalNumber(view->items[1]) : std::nullopt;
        const auto viewCount = begin ? naturalNumber(view->items[2]) : std::nullopt;
        if (!viewCount || *begin > *count || *viewCount > *count - *begin)
            return corrupt("a view of storage " + quotedName(*key) + " lies outside of it");
        storage.begin = *begin;
        storage.count = *viewCount;
    }
    return storage;
}

Result<void> Planner::planStorages()
{
    for (const pickle::Value& value : m_document.values) {
        const auto* persistent = std::get_if<Persistent>(&value);
        if (!persistent)
            continue;
        const auto storage = storageReference(*persistent);
        if (!storage)
            return tl::unexpected(storage.error());
        const StorageInfo& planned = m_plan.try_emplace(storage->key, PlannedStorage{storage->whole, {}}).first->second.info;
        if (planned.type != storage->whole.type || planned.count != storage->whole.count)
            return corrupt("storage " + quotedName(storage->key) + " is described in two ways");
    }
    return {};
}

/// The arguments of _rebuild_tensor_v2, also inside of _rebuild_parameter; nothing for values that are no tensors.
const Tuple* Planner::tensorArguments(ValueId id) const
{
    const auto* call = m_document.as<Call>(id);
    if (call && call->function == Global::RebuildParameter) {
        const auto* arguments = m_document.as<Tuple>(call->arguments);
        call = arguments->items.empty() ? nullptr : m_document.as<Call>(arguments->items[0]);
    }
    return call && call->function == Global::RebuildTensor ? m_document.as<Tuple>(call->arguments) : nullptr;
}

bool Planner::holdsTensors(const Dict& dict) const
{
    return std::any_of(dict.entries.begin(), dict.entries.end(), [&](const auto& entry) {
        return m_document.as<std::string_view>(entry.first) && tensorArguments(entry.second);
    });
}

/// The root where it holds tensors itself, else the dict that it keeps under one of the usual names.
const Dict* Planner::stateDict() const
{
    const auto* root = m_document.as<Dict>(m_document.root);
    if (!root || holdsTensors(*root))
        return root;
    for (const std::string_view wrapper : {"state_dict", "model", "net"})
        for (const auto& [key, value] : root->entries) {
            const auto* name = m_document.as<std::string_view>(key);
            const auto* dict = m_document.as<Dict>(value);
            if (name && *name == wrapper && dict && holdsTensors(*dict))
                return dict;
        }
    return nullptr;
}

Result<TensorPlan> Planner::plan()
{
    if (const auto planned = planStorages(); !planned)
        return tl::unexpected(planned.error());
    const Dict* dict = stateDict();
    if (!dict)
        return fail(ErrorCode::CheckpointUnrecognized, m_subject, "it holds no state dict");

    struct Named {
        std::string_view key;
        const Tuple* arguments;
    };
    std::map<std::string_view, Named> tensors;
    for (const auto& [keyId, value] : dict->entries) {
        const auto* key = m_document.as<std::string_view>(keyId);
        const Tuple* arguments = key ? tensorArguments(value) : nullptr;
        if (!arguments)
            continue;
        constexpr std::string_view kPrefix = "module.";
        const std::string_view name = key->starts_with(kPrefix) ? key->substr(kPrefix.size()) : *key;
        const auto [place, isNew] = tensors.try_emplace(name, Named{*key, arguments});
        if (!isNew && place->second.key != *key)
            return corrupt("two tensors are named " + quotedName(name));
        place->second.arguments = arguments;
    }
    if (tensors.empty())
        return fail(ErrorCode::CheckpointUnrecognized, m_subject, "its state dict holds no tensors");
    for (const auto& [name, tensor] : tensors)
        if (const auto planned = planTensor(std::string(name), *tensor.arguments); !planned)
            return tl::unexpected(planned.error());
    return std::move(m_plan);
}

/// (storage, offset, shape, strides, requires_grad, hooks[, metadata]), torch/_utils.py.
Result<void> Planner::planTensor(std::string name, const Tuple& arguments)
{
    const auto* persistent = arguments.items.size() >= 4 ? m_document.as<Persistent>(arguments.items[0]) : nullptr;
    if (!persistent)
        return corrupt("tensor " + quotedName(name) + " is not described as PyTorch does");
    const auto storage = storageReference(*persistent);
    if (!storage)
        return tl::unexpected(storage.error());
    if (!isFloat(storage->whole.type))
        return {};
    TensorView view;
    view.name = std::move(name);
    if (auto planned = planView(view, *storage, arguments); !planned)
        return planned;

    // What a tensor costs beside its values is charged as well: many empty tensors must not cost much more than their file.
    const std::uint64_t overhead = sizeof(TensorView) + view.shape.size() * 2 * sizeof(std::int64_t);
    const std::uint64_t left = m_maxBytes - m_bytes;
    if (overhead > left || view.count > (left - overhead) / sizeof(float))
        return fail(ErrorCode::CheckpointRefused, m_subject,
                    "tensor " + quotedName(view.name) + " is far larger than the file");
    m_bytes += view.count * sizeof(float) + overhead;
    m_plan.find(storage->key)->second.views.push_back(std::move(view));
    return {};
}

Result<void> Planner::planView(TensorView& view, const StorageReference& storage, const Tuple& arguments)
{
    const auto offset = naturalNumber(arguments.items[1]);
    const auto* shape = m_document.as<Tuple>(arguments.items[2]);
    const auto* strides = m_document.as<Tuple>(arguments.items[3]);
    if (!offset || !shape || !strides || shape->items.size() != strides->items.size() || shape->items.size() > kMaxDimensions)
        return corrupt("tensor " + quotedName(view.name) + " is not described as PyTorch does");

    std::uint64_t count = 1;
    std::uint64_t last = *offset; // position of the last element
    bool overflow = false;
    bool isEmpty = false;
    for (std::size_t i = 0; i < shape->items.size(); ++i) {
        const auto size = naturalNumber(shape->items[i]);
        const auto stride = naturalNumber(strides->items[i]);
        if (!size || !stride)
            return corrupt("tensor " + quotedName(view.name) + " has a shape or stride that is not a natural number");
        view.shape.push_back(static_cast<std::int64_t>(*size));
        view.strides.push_back(static_cast<std::int64_t>(*stride));
        isEmpty |= *size == 0;
        std::uint64_t span = 0;
        overflow |= __builtin_mul_overflow(count, *size, &count) || __builtin_mul_overflow(*size - 1, *stride, &span) ||
                    __builtin_add_overflow(last, span, &last);
    }
    view.count = isEmpty ? 0 : count;
    if (!isEmpty && (overflow || last >= storage.count))
        return corrupt("tensor " + quotedName(view.name) + " reaches beyond its storage");
    view.offset = isEmpty ? 0 : storage.begin + *offset;
    return {};
}

}

std::size_t sizeBytes(ElementType type)
{
    switch (type) {
    case ElementType::Integer8:
        return 1;
    case ElementType::Float16:
    case ElementType::BFloat16:
    case ElementType::Integer16:
        return 2;
    case ElementType::Float32:
    case ElementType::Integer32:
        return 4;
    case ElementType::Float64:
    case ElementType::Integer64:
        break;
    }
    return 8;
}

Result<TensorPlan> planTensors(const Document& document, std::uint64_t maxBytes, const std::string& subject)
{
    return Planner(document, maxBytes, subject).plan();
}

}
