#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "nn/Pickle.h"

namespace isostain::pickle {

/// The allowed global of exactly this name.
std::optional<Global> findGlobal(std::string_view module, std::string_view name);

// Values that exist once per document.
inline constexpr ValueId kNone = 0;
inline constexpr ValueId kFalse = 1;
inline constexpr ValueId kTrue = 2;

/// The stack machine of one stream. The first error is kept and ends the run; until then, reads past the end give zeros and
/// pops of an empty stack give None.
class Machine {
public:
    Machine(std::span<const std::byte> stream, const std::string& subject) : m_stream(stream), m_subject(subject)
    {
        m_values = {Value(None{}), Value(false), Value(true)};
    }

    Result<Document> run();

private:
    using Handler = void (Machine::*)();
    struct Opcode {
        unsigned char code;
        const char* name;
        Handler handler;
    };
    static const Opcode kOpcodes[];
    static const std::array<const Opcode*, 256>& opcodesByCode();

    void fail(ErrorCode code, std::string detail);
    void corrupt(const std::string& what) { fail(ErrorCode::CheckpointCorrupt, what + position()); }
    void refuse(const std::string& what) { fail(ErrorCode::CheckpointRefused, what + position()); }
    std::string position() const { return " (pickle byte " + std::to_string(m_position) + ")"; }

    std::string_view take(std::uint64_t count);
    std::string_view takeLine();
    template <typename Unsigned>
    Unsigned takeUnsigned();
    template <typename Integer>
    std::optional<Integer> takeDecimalLine();

    void push(ValueId id);
    void pushNew(Value value);
    ValueId pop();
    std::vector<ValueId> popToMark();
    template <typename Container>
    Container* containerBelow(std::size_t depth, const char* what);
    void countCells(std::size_t count);

    void protocol();
    void frame();
    void stop();
    void mark();
    void popValue();
    void popMark() { popToMark(); }
    void duplicate();
    void none() { push(kNone); }
    void newTrue() { push(kTrue); }
    void newFalse() { push(kFalse); }
    template <typename Integer>
    void binaryInteger();
    void textInteger();
    template <typename Length>
    void longInteger();
    void binaryFloat();
    template <typename Length>
    void string();
    void emptyList() { pushNew(List{}); }
    void emptyTuple() { pushNew(Tuple{}); }
    void emptyDict() { pushNew(Dict{}); }
    void list() { pushNew(List{popToMark()}); }
    void tuple() { pushNew(Tuple{popToMark()}); }
    template <std::size_t count>
    void shortTuple();
    void dict();
    void append();
    void appends();
    void setItem();
    void setItems();
    template <typename Index>
    void put();
    void putLine();
    void memoize();
    template <typename Index>
    void memoized();
    void memoizedLine();
    void globalLines();
    void globalFromStack();
    void reduce();
    void build();
    void persistent();
    void instance();
    void refuseOpcode();

    void remember(std::uint64_t index);
    void recall(std::uint64_t index);
    void pushGlobal(std::string_view module, std::string_view name);
    void addEntries(Dict& target, const std::vector<ValueId>& keysAndValues);
    std::optional<Dict> orderedDict(const Tuple& arguments);

    std::span<const std::byte> m_stream;
    const std::string& m_subject;
    std::size_t m_position = 0;
    bool m_stopped = false;
    std::optional<Error> m_error;
    const Opcode* m_current = nullptr;

    std::vector<Value> m_values;
    std::size_t m_cellCount = 0;
    std::vector<ValueId> m_stack;
    std::vector<std::size_t> m_marks; // positions in m_stack; each holds a None that nothing can pop but its owner
    std::unordered_map<std::uint64_t, ValueId> m_memo;
};

template <typename Unsigned>
Unsigned Machine::takeUnsigned()
{
    std::uint64_t value = 0;
    int shift = 0;
    for (const char byte : take(sizeof(Unsigned))) {
        value |= std::uint64_t(static_cast<unsigned char>(byte)) << shift;
        shift += 8;
    }
    return static_cast<Unsigned>(value);
}

}
