#pragma once

#include <functional>

#include <QString>

class QMessageBox;
class QWidget;

namespace isostain {

/// What asks whether a running export is to be stopped, and the names of the two answers.
struct StopQuestion {
    QString title;
    QString stop;
    QString keep;   ///< the default
};

/// Asks over `parent` and returns at once; calls `onStop` if that is the answer, by when the export may have ended by itself.
/// The box belongs to `parent` and deletes itself.
QMessageBox* askToStopExport(const StopQuestion& question, QWidget* parent, const std::function<void()>& onStop);

}
