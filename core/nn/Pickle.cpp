#include "nn/Pickle.h"

#include <algorithm>

#include "nn/PickleMachine.h"

namespace isostain::pickle {

namespace {

// Large enough for optimizer states of networks with thousands of layers, small enough to bound memory and time.
constexpr std::size_t kMaxOpcodes = std::size_t(1) << 23;
constexpr std::size_t kMaxValues = std::size_t(1) << 19;
constexpr std::size_t kMaxCells = std::size_t(1) << 22; // items of all tuples, lists and dicts together
constexpr std::size_t kMaxStack = std::size_t(1) << 16;
constexpr std::size_t kMaxLine = 512;

}

Result<Document> Machine::run()
{
    if (m_stream.size() > kMaxStreamBytes)
        m_stream = m_stream.first(kMaxStreamBytes);
    for (std::size_t count = 0; !m_error && !m_stopped; ++count) {
        if (count == kMaxOpcodes)
            refuse("more than " + std::to_string(kMaxOpcodes) + " pickle opcodes");
        const auto code = takeUnsigned<std::uint8_t>();
        m_current = opcodesByCode()[code];
        if (m_error)
            break;
        if (m_current)
            (this->*m_current->handler)();
        else
            corrupt("unknown pickle opcode " + std::to_string(code));
    }
    if (m_error)
        return tl::unexpected(*std::move(m_error));
    return Document{std::move(m_values), m_stack.back(), m_position};
}

void Machine::fail(ErrorCode code, std::string detail)
{
    if (!m_error)
        m_error = Error{code, m_subject, std::move(detail)};
}

std::string_view Machine::take(std::uint64_t count)
{
    if (count > m_stream.size() - m_position) {
        corrupt("the pickle stream ends too early");
        return {};
    }
    const auto piece = m_stream.subspan(m_position, static_cast<std::size_t>(count));
    m_position += piece.size();
    return {reinterpret_cast<const char*>(piece.data()), piece.size()};
}

std::string_view Machine::takeLine()
{
    const auto left = m_stream.subspan(m_position);
    const std::string_view text(reinterpret_cast<const char*>(left.data()), std::min(left.size(), kMaxLine));
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) {
        corrupt("a line of the pickle stream does not end");
        return {};
    }
    m_position += end + 1;
    return text.substr(0, end);
}

void Machine::push(ValueId id)
{
    if (m_stack.size() >= kMaxStack)
        refuse("pickle values nested too deeply");
    else
        m_stack.push_back(id);
}

void Machine::pushNew(Value value)
{
    if (m_values.size() >= kMaxValues) {
        refuse("more than " + std::to_string(kMaxValues) + " pickle values");
        return;
    }
    m_values.push_back(std::move(value));
    push(static_cast<ValueId>(m_values.size() - 1));
}

ValueId Machine::pop()
{
    const std::size_t floor = m_marks.empty() ? 0 : m_marks.back() + 1;
    if (m_stack.size() <= floor) {
        corrupt("a pickle opcode misses its operand");
        return kNone;
    }
    const ValueId id = m_stack.back();
    m_stack.pop_back();
    return id;
}

std::vector<ValueId> Machine::popToMark()
{
    if (m_marks.empty()) {
        corrupt("a pickle opcode misses its mark");
        return {};
    }
    const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<ValueId> items(begin + 1, m_stack.end());
    m_stack.erase(begin, m_stack.end());
    m_marks.pop_back();
    countCells(items.size());
    return items;
}

void Machine::countCells(std::size_t count)
{
    m_cellCount += count;
    if (m_cellCount > kMaxCells)
        refuse("more than " + std::to_string(kMaxCells) + " items in pickle values");
}

Result<Document> read(std::span<const std::byte> stream, const std::string& subject)
{
    return Machine(stream, subject).run();
}

}
