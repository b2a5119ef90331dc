#pragma once

#include <stop_token>

#include <QObject>
#include <QPointer>

#include "ViewPicture.h"

class QProgressDialog;
class QSettings;

namespace isostain {

class Background;
class CompareView;
class ViewerActions;

/// Takes the view along: to the clipboard as it is on the screen, or to a PNG file, as it is or drawn from the slide at full
/// resolution. Drawing and writing happen in the background. GUI thread only.
class ViewSaver : public QObject {
    Q_OBJECT

public:
    enum class Resolution { Screen, Full };

    /// Everything outlives the saver; dialogs belong to `window`.
    ViewSaver(ViewerActions& actions, CompareView& view, Background& background, QSettings& store, QWidget* window);
    ~ViewSaver() override;

    void copy();
    void save(const QString& path, Resolution resolution, ViewPictureOrder::Names names, ViewPictureOrder::Scale scale);
    /// What a picture at full resolution would be; without panes where nothing can be drawn.
    ViewPictureOrder order(ViewPictureOrder::Names names, ViewPictureOrder::Scale scale) const;

signals:
    void copied();
    void saved(const QString& path);
    void failed(const isostain::Error& error);

private:
    void choose();
    QImage screenPicture(ViewPictureOrder::Scale scale) const;
    void showProgress(const Progress& progress);
    void end();

    CompareView& m_view;
    Background& m_background;
    QSettings& m_store;
    QWidget* m_window;
    QPointer<QProgressDialog> m_progress;
    std::stop_source m_stop;
};

}
