#include "profile/ProfileSaver.h"

#include <new>

#include "base/AtomicFile.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

std::optional<Error> write(const QString& path, const std::function<QByteArray()>& makeContent)
{
    const std::string subject = toPath(path).string();
    try {
        const QByteArray content = makeContent();
        if (content.isEmpty())
            return Error{ErrorCode::Internal, subject, "the figure could not be drawn"};
        const std::string_view bytes(content.constData(), std::size_t(content.size()));
        const auto written = writeFileAtomically(toPath(path), bytes, Overwrite::Yes);
        return written ? std::nullopt : std::optional(written.error());
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, subject, {}};
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, subject, exception.what()};
    }
}

}

ProfileSaver::ProfileSaver(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

void ProfileSaver::save(const QString& path, std::function<QByteArray()> content)
{
    m_pool.start([this, path, content = std::move(content)] {
        const std::optional<Error> error = write(path, content);
        QMetaObject::invokeMethod(
            this, [this, path, error] { emit saved(path, error); }, Qt::QueuedConnection);
    });
}

}
