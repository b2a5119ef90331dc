#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include <QObject>
#include <QPointer>

#include "base/Error.h"

namespace isostain {

class Background;

/// Writes the small files that this program keeps as things change: in the background, one after the other, and of several
/// contents that wait for one file only the last. What has been handed over is written whatever is looked at by then. There is
/// one for all windows: where two show the same slide, each hears of what the other changes. GUI thread only.
class KeptFileWriter : public QObject {
    Q_OBJECT

public:
    using Write = std::function<Result<void>()>;

    /// `background` outlives the writer.
    explicit KeptFileWriter(Background& background, QObject* parent = nullptr);

    /// `write` holds what is written, and is called on another thread. changed() follows at once.
    void write(const std::filesystem::path& file, const QObject& by, Write write);
    /// Something is not on disk yet.
    bool isBusy() const { return m_isWriting || !m_waiting.empty(); }
    /// Calls `call` once everything is on disk, perhaps at once, unless `reader` is gone by then: for whoever reads such a file.
    void whenIdle(const QObject& reader, std::function<void()> call);

signals:
    /// `by` has given the file another content.
    void changed(const std::filesystem::path& file, const QObject* by);
    void failed(const isostain::Error& error);
    /// Nothing is left to be written.
    void idle();

private:
    struct Waiting {
        std::filesystem::path file;
        Write write;
    };
    struct Call {
        QPointer<const QObject> reader;
        std::function<void()> call;
    };

    void next();

    Background& m_background;
    std::vector<Waiting> m_waiting; ///< first come, first written
    std::vector<Call> m_calls;
    bool m_isWriting = false;
};

}
