#include <bit>
#include <charconv>
#include <type_traits>

#include "nn/PickleMachine.h"
#include "nn/QuotedName.h"

namespace isostain::pickle {

namespace {

constexpr std::size_t kMaxMemo = std::size_t(1) << 20;
constexpr unsigned kMaxProtocol = 5;

}

const Machine::Opcode Machine::kOpcodes[] = {
    {0x80, "PROTO", &Machine::protocol},
    {0x95, "FRAME", &Machine::frame},
    {'.', "STOP", &Machine::stop},
    {'(', "MARK", &Machine::mark},
    {'0', "POP", &Machine::popValue},
    {'1', "POP_MARK", &Machine::popMark},
    {'2', "DUP", &Machine::duplicate},
    {'N', "NONE", &Machine::none},
    {0x88, "NEWTRUE", &Machine::newTrue},
    {0x89, "NEWFALSE", &Machine::newFalse},
    {'J', "BININT", &Machine::binaryInteger<std::int32_t>},
    {'K', "BININT1", &Machine::binaryInteger<std::uint8_t>},
    {'M', "BININT2", &Machine::binaryInteger<std::uint16_t>},
    {'I', "INT", &Machine::textInteger},
    {'L', "LONG", &Machine::textInteger},
    {0x8a, "LONG1", &Machine::longInteger<std::uint8_t>},
    {0x8b, "LONG4", &Machine::longInteger<std::uint32_t>},
    {'G', "BINFLOAT", &Machine::binaryFloat},
    {'U', "SHORT_BINSTRING", &Machine::string<std::uint8_t>},
    {'T', "BINSTRING", &Machine::string<std::uint32_t>},
    {0x8c, "SHORT_BINUNICODE", &Machine::string<std::uint8_t>},
    {'X', "BINUNICODE", &Machine::string<std::uint32_t>},
    {0x8d, "BINUNICODE8", &Machine::string<std::uint64_t>},
    {'C', "SHORT_BINBYTES", &Machine::string<std::uint8_t>},
    {'B', "BINBYTES", &Machine::string<std::uint32_t>},
    {0x8e, "BINBYTES8", &Machine::string<std::uint64_t>},
    {']', "EMPTY_LIST", &Machine::emptyList},
    {')', "EMPTY_TUPLE", &Machine::emptyTuple},
    {'}', "EMPTY_DICT", &Machine::emptyDict},
    {'l', "LIST", &Machine::list},
    {'t', "TUPLE", &Machine::tuple},
    {0x85, "TUPLE1", &Machine::shortTuple<1>},
    {0x86, "TUPLE2", &Machine::shortTuple<2>},
    {0x87, "TUPLE3", &Machine::shortTuple<3>},
    {'d', "DICT", &Machine::dict},
    {'a', "APPEND", &Machine::append},
    {'e', "APPENDS", &Machine::appends},
    {'s', "SETITEM", &Machine::setItem},
    {'u', "SETITEMS", &Machine::setItems},
    {'p', "PUT", &Machine::putLine},
    {'q', "BINPUT", &Machine::put<std::uint8_t>},
    {'r', "LONG_BINPUT", &Machine::put<std::uint32_t>},
    {0x94, "MEMOIZE", &Machine::memoize},
    {'g', "GET", &Machine::memoizedLine},
    {'h', "BINGET", &Machine::memoized<std::uint8_t>},
    {'j', "LONG_BINGET", &Machine::memoized<std::uint32_t>},
    {'c', "GLOBAL", &Machine::globalLines},
    {0x93, "STACK_GLOBAL", &Machine::globalFromStack},
    {'R', "REDUCE", &Machine::reduce},
    {'b', "BUILD", &Machine::build},
    {'Q', "BINPERSID", &Machine::persistent},
    {'i', "INST", &Machine::instance},
    {'o', "OBJ", &Machine::refuseOpcode},
    {0x81, "NEWOBJ", &Machine::refuseOpcode},
    {0x92, "NEWOBJ_EX", &Machine::refuseOpcode},
    {0x82, "EXT1", &Machine::refuseOpcode},
    {0x83, "EXT2", &Machine::refuseOpcode},
    {0x84, "EXT4", &Machine::refuseOpcode},
    {'P', "PERSID", &Machine::refuseOpcode},
    {'F', "FLOAT", &Machine::refuseOpcode},
    {'S', "STRING", &Machine::refuseOpcode},
    {'V', "UNICODE", &Machine::refuseOpcode},
    {0x8f, "EMPTY_SET", &Machine::refuseOpcode},
    {0x90, "ADDITEMS", &Machine::refuseOpcode},
    {0x91, "FROZENSET", &Machine::refuseOpcode},
    {0x96, "BYTEARRAY8", &Machine::refuseOpcode},
    {0x97, "NEXT_BUFFER", &Machine::refuseOpcode},
    {0x98, "READONLY_BUFFER", &Machine::refuseOpcode},
};

const std::array<const Machine::Opcode*, 256>& Machine::opcodesByCode()
{
    static const auto table = [] {
        std::array<const Opcode*, 256> byCode{};
        for (const Opcode& opcode : kOpcodes)
            byCode[opcode.code] = &opcode;
        return byCode;
    }();
    return table;
}

template <typename Integer>
std::optional<Integer> Machine::takeDecimalLine()
{
    std::string_view line = takeLine();
    if (line.ends_with('L'))
        line.remove_suffix(1);
    Integer value = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    if (error == std::errc() && end == line.data() + line.size())
        return value;
    corrupt("a number of the pickle stream cannot be read");
    return std::nullopt;
}

template <typename Container>
Container* Machine::containerBelow(std::size_t depth, const char* what)
{
    const std::size_t floor = m_marks.empty() ? 0 : m_marks.back() + 1;
    if (m_stack.size() > floor + depth)
        if (auto* container = std::get_if<Container>(&m_values[m_stack[m_stack.size() - 1 - depth]]))
            return container;
    corrupt(std::string("a pickle opcode misses its ") + what);
    return nullptr;
}

void Machine::protocol()
{
    if (takeUnsigned<std::uint8_t>() > kMaxProtocol)
        refuse("a pickle protocol later than " + std::to_string(kMaxProtocol));
}

void Machine::frame()
{
    // A frame only says how much may be read at once.
    if (takeUnsigned<std::uint64_t>() > m_stream.size() - m_position)
        corrupt("a pickle frame is longer than its stream");
}

void Machine::stop()
{
    if (m_stack.size() != 1 || !m_marks.empty())
        corrupt("the pickle stream does not end with one value");
    m_stopped = true;
}

void Machine::mark()
{
    m_marks.push_back(m_stack.size());
    push(kNone);
}

void Machine::popValue()
{
    if (!m_marks.empty() && m_stack.size() == m_marks.back() + 1)
        popToMark();
    else
        pop();
}

void Machine::duplicate()
{
    const ValueId id = pop();
    push(id);
    push(id);
}

template <typename Integer>
void Machine::binaryInteger()
{
    pushNew(std::int64_t(static_cast<Integer>(takeUnsigned<std::make_unsigned_t<Integer>>())));
}

void Machine::textInteger()
{
    // Protocol 2 of Python 2 writes integers of 33 to 64 bits this way.
    if (const auto value = takeDecimalLine<std::int64_t>())
        pushNew(*value);
}

template <typename Length>
void Machine::longInteger()
{
    const std::string_view bytes = take(takeUnsigned<Length>());
    if (bytes.size() > 8) {
        pushNew(BigInteger{bytes});
        return;
    }
    std::uint64_t value = !bytes.empty() && (bytes.back() & 0x80) ? ~std::uint64_t(0) : 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    pushNew(static_cast<std::int64_t>(value));
}

void Machine::binaryFloat()
{
    std::uint64_t bits = 0;
    for (const char byte : take(8))
        bits = bits << 8 | static_cast<unsigned char>(byte);
    pushNew(std::bit_cast<double>(bits));
}

template <typename Length>
void Machine::string()
{
    pushNew(take(takeUnsigned<Length>()));
}

template <std::size_t count>
void Machine::shortTuple()
{
    std::vector<ValueId> items(count);
    for (std::size_t i = count; i-- > 0;)
        items[i] = pop();
    countCells(count);
    pushNew(Tuple{std::move(items)});
}

void Machine::dict()
{
    Dict made;
    addEntries(made, popToMark());
    pushNew(std::move(made));
}

void Machine::append()
{
    const ValueId item = pop();
    countCells(1);
    if (auto* target = containerBelow<List>(0, "list"))
        target->items.push_back(item);
}

void Machine::appends()
{
    const std::vector<ValueId> items = popToMark();
    if (auto* target = containerBelow<List>(0, "list"))
        target->items.insert(target->items.end(), items.begin(), items.end());
}

void Machine::setItem()
{
    const ValueId value = pop();
    const ValueId key = pop();
    countCells(2);
    if (auto* target = containerBelow<Dict>(0, "dict"))
        target->entries.emplace_back(key, value);
}

void Machine::setItems()
{
    const std::vector<ValueId> items = popToMark();
    if (auto* target = containerBelow<Dict>(0, "dict"))
        addEntries(*target, items);
}

void Machine::addEntries(Dict& target, const std::vector<ValueId>& keysAndValues)
{
    if (keysAndValues.size() % 2 != 0) {
        corrupt("a dict of the pickle stream has a key without a value");
        return;
    }
    for (std::size_t i = 0; i < keysAndValues.size(); i += 2)
        target.entries.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
}

template <typename Index>
void Machine::put()
{
    remember(takeUnsigned<Index>());
}

void Machine::putLine()
{
    if (const auto index = takeDecimalLine<std::uint32_t>())
        remember(*index);
}

void Machine::memoize()
{
    remember(m_memo.size());
}

void Machine::remember(std::uint64_t index)
{
    const ValueId id = pop();
    push(id);
    m_memo[index] = id;
    if (m_memo.size() > kMaxMemo)
        refuse("more than " + std::to_string(kMaxMemo) + " pickle memo entries");
}

template <typename Index>
void Machine::memoized()
{
    recall(takeUnsigned<Index>());
}

void Machine::memoizedLine()
{
    if (const auto index = takeDecimalLine<std::uint32_t>())
        recall(*index);
}

void Machine::recall(std::uint64_t index)
{
    if (const auto found = m_memo.find(index); found != m_memo.end())
        push(found->second);
    else
        corrupt("a pickle memo entry is missing");
}

void Machine::globalLines()
{
    const std::string_view module = takeLine();
    const std::string_view name = takeLine();
    pushGlobal(module, name);
}

void Machine::globalFromStack()
{
    const ValueId name = pop();
    const ValueId module = pop();
    const auto* nameText = std::get_if<std::string_view>(&m_values[name]);
    const auto* moduleText = std::get_if<std::string_view>(&m_values[module]);
    if (nameText && moduleText)
        pushGlobal(*moduleText, *nameText);
    else
        corrupt("a global of the pickle stream has no name");
}

void Machine::pushGlobal(std::string_view module, std::string_view name)
{
    if (m_error)
        return;
    if (const auto global = findGlobal(module, name))
        return pushNew(*global);
    refuse("it names " + quotedName(std::string(module) + "." + std::string(name)));
}

void Machine::reduce()
{
    const ValueId arguments = pop();
    const ValueId function = pop();
    const auto* tuple = std::get_if<Tuple>(&m_values[arguments]);
    const auto* global = std::get_if<Global>(&m_values[function]);
    if (!tuple || !global)
        return refuse("it calls something that is not an allowed function");
    switch (*global) {
    case Global::OrderedDict:
        if (auto made = orderedDict(*tuple))
            pushNew(*std::move(made));
        return;
    case Global::RebuildTensor:
    case Global::RebuildParameter:
        return pushNew(Call{*global, arguments});
    default:
        return refuse("it calls " + quotedName(pythonName(*global)));
    }
}

/// OrderedDict() or, as Python 2 writes it, OrderedDict([[key, value], ...]).
std::optional<Dict> Machine::orderedDict(const Tuple& arguments)
{
    Dict made{DictKind::Ordered, {}};
    if (arguments.items.empty())
        return made;
    const auto* pairs = arguments.items.size() == 1 ? std::get_if<List>(&m_values[arguments.items[0]]) : nullptr;
    if (!pairs) {
        corrupt("an OrderedDict of the pickle stream is not made from a list");
        return std::nullopt;
    }
    countCells(2 * pairs->items.size());
    for (const ValueId id : pairs->items) {
        const auto* pair = std::get_if<List>(&m_values[id]);
        if (m_error || !pair || pair->items.size() != 2) {
            corrupt("an OrderedDict of the pickle stream is not made from pairs");
            return std::nullopt;
        }
        made.entries.emplace_back(pair->items[0], pair->items[1]);
    }
    return made;
}

void Machine::build()
{
    // The state is the `_metadata` attribute of a state dict: versions of the layers, which nothing here needs.
    const ValueId state = pop();
    if (!std::get_if<Dict>(&m_values[state]))
        return refuse("it sets the state of an object to something that is not a dict");
    const Dict* target = containerBelow<Dict>(0, "object");
    if (!target || target->kind != DictKind::Ordered)
        refuse("it sets the state of an object that is not an OrderedDict");
}

void Machine::persistent()
{
    const ValueId reference = pop();
    pushNew(Persistent{reference});
}

void Machine::instance()
{
    const std::string_view module = takeLine();
    const std::string_view name = takeLine();
    if (!m_error)
        refuse("it makes an instance of " + quotedName(std::string(module) + "." + std::string(name)));
}

void Machine::refuseOpcode()
{
    refuse(std::string("pickle opcode ") + m_current->name + " is not allowed");
}

}
