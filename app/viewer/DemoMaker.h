#pragma once

#include <stop_token>

#include <QObject>

#include "base/Error.h"

namespace isostain {

class Background;

/// Generates a demo slide in the background, once: what is there already is used again. GUI thread only.
class DemoMaker : public QObject {
    Q_OBJECT

public:
    /// `folder` is where demo slides are kept.
    DemoMaker(Background& background, QString folder);
    ~DemoMaker() override;

    void make();

signals:
    /// Percent of the slide; below 0 when nothing is being made.
    void progressed(int percent);
    void made(const QString& path);
    void failed(const isostain::Error& error);

private:
    Background& m_background;
    QString m_folder;
    std::stop_source m_stop;
    bool m_isBusy = false;
};

}
