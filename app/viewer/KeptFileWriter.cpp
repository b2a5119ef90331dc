#include "KeptFileWriter.h"

#include <algorithm>
#include <utility>

#include "handover/Background.h"

namespace isostain {

KeptFileWriter::KeptFileWriter(Background& background, QObject* parent) : QObject(parent), m_background(background) {}

void KeptFileWriter::write(const std::filesystem::path& file, const QObject& by, Write write)
{
    const auto same = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& each) { return each.file == file; });
    if (same == m_waiting.end())
        m_waiting.push_back({file, std::move(write)});
    else
        same->write = std::move(write);
    emit changed(file, &by);
    next();
}

void KeptFileWriter::whenIdle(const QObject& reader, std::function<void()> call)
{
    if (isBusy())
        m_calls.push_back({&reader, std::move(call)});
    else
        call();
}

void KeptFileWriter::next()
{
    if (m_isWriting || m_waiting.empty())
        return;
    m_isWriting = true;
    const Write write = std::move(m_waiting.front().write);
    m_waiting.erase(m_waiting.begin());
    m_background.run(this, write, [this](const Result<void>& written) {
        m_isWriting = false;
        if (!written)
            emit failed(written.error());
        next();
        if (isBusy())
            return;
        for (const Call& each : std::exchange(m_calls, {}))
            if (each.reader)
                each.call();
        emit idle();
    });
}

}
